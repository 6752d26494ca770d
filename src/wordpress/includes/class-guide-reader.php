<?php
/**
 * Lays a guide that comes from outside over another one, and says everything that is wrong with it in one pass.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

use stdClass;

defined( 'ABSPATH' ) || exit;

/**
 * The same in PHP as the script does in the browser, from the same schema and in the same words: a test compares both.
 * What is valid is used; what is not leaves the guide below as it is. Nothing that comes in is trusted or changed.
 */
final class Guide_Reader {

	/** By these an item could be kept from visitors without leaving it out. */
	const LIMITS = array( 'hidden', 'pathways', 'regions', 'from', 'to' );

	/** Names that reach the prototype of every object in the browser. */
	const UNSAFE_KEYS = array( '__proto__', 'constructor', 'prototype' );

	/** The kinds of schema in which a value that is neither list nor object may be found, by its type. */
	const KINDS = array(
		'string'  => 'string',
		'integer' => 'number',
		'double'  => 'number',
		'boolean' => 'boolean',
	);

	/**
	 * What is wrong, a line each.
	 *
	 * @var string[]
	 */
	private $problems = array();

	/**
	 * The lists that show only what the guide names.
	 *
	 * @var string[]
	 */
	private $replaced;

	/**
	 * Pattern of what must stay, by its path of ids.
	 *
	 * @var string
	 */
	private $must_stay;

	/**
	 * One reading.
	 *
	 * @param string[] $replaced  The lists that show only what the guide names.
	 * @param string   $must_stay Pattern of what must stay.
	 */
	private function __construct( array $replaced, string $must_stay ) {
		$this->replaced  = $replaced;
		$this->must_stay = $must_stay;
	}

	/**
	 * Lays `$given` over `$base` by id.
	 *
	 * @param mixed    $given The guide as JSON gives it, objects as objects.
	 * @param stdClass $base  The guide below.
	 * @return array{0: stdClass, 1: string[]} The guide that is shown, and what is wrong with the given one.
	 */
	public static function read( $given, stdClass $base ): array {
		$shape     = Data::objects( 'schema' );
		$must_stay = '~' . $shape->mustStay . '~u';
		$reader    = new self( array(), $must_stay );
		if ( ! is_object( $given ) ) {
			$reader->tell( '', self::found( $given ), 'expected an object such as {"questions": […]}' );
			return array( $base, $reader->problems );
		}
		$rest    = clone $given;
		$has     = property_exists( $rest, 'replace' );
		$replace = $has ? $rest->replace : null;
		unset( $rest->replace, $rest->{'$schema'} );
		$lists  = is_array( $replace ) ? array_values( array_filter( $replace, fn( $name ) => in_array( $name, $shape->replaceable, true ) ) ) : array();
		$reader = new self( $lists, $must_stay );
		if ( $has && ( ! is_array( $replace ) || count( $lists ) < count( $replace ) ) ) {
			$reader->tell( 'replace', self::found( $replace ), 'expected a list of ' . implode( ', ', $shape->replaceable ) );
		}
		foreach ( $lists as $name ) {
			if ( ! isset( $rest->$name ) || ! is_array( $rest->$name ) ) {
				$reader->tell( $name, self::found_in( $rest, $name ), 'expected a list, as in replace' );
			}
		}
		$guide = $reader->value( $shape->guide, $rest, $base, '', '' );
		return array( $reader->settle( $guide ), $reader->problems );
	}

	/**
	 * Notes a problem.
	 *
	 * @param string $path     Where.
	 * @param string $what     What is there.
	 * @param string $expected What should be there.
	 * @return null
	 */
	private function tell( string $path, string $what, string $expected ) {
		$this->problems[] = ( '' === $path ? 'guide' : $path ) . ": $what; $expected";
		return null;
	}

	/**
	 * The valid parts of a value over those below. `null` stands for nothing valid: no part of a guide is null.
	 *
	 * @param stdClass    $schema   What is asked for.
	 * @param mixed       $given    What is there.
	 * @param mixed       $base     What holds where nothing valid is given.
	 * @param string      $path     Where the given value stands, as its author would write it.
	 * @param string      $trail    The same by ids.
	 * @param string|null $expected What is asked for in words, if others know better.
	 * @return mixed
	 */
	private function value( stdClass $schema, $given, $base, string $path, string $trail, ?string $expected = null ) {
		$refuse = function () use ( $schema, $given, $base, $path, $expected ) {
			$this->tell( $path, self::found( $given ), 'expected ' . ( $expected ?? self::expectation( $schema ) ) );
			return $base;
		};
		switch ( $schema->type ) {
			case 'strict_object':
				return is_object( $given ) ? ( $this->object( $schema, $given, $base, $path, $trail ) ?? $base ) : $refuse();
			case 'record':
				return is_object( $given ) ? $this->record( $schema, $given, $base, $path ) : $refuse();
			case 'array':
				if ( ! is_array( $given ) ) {
					return $refuse();
				}
				return isset( $schema->item->entries->id )
					? $this->items( $schema->item, $given, is_array( $base ) ? $base : array(), $path, $trail )
					: $this->list( $schema->item, $given, $base, $path );
			case 'union':
				$option = self::option( $schema, $given );
				return $option ? $this->value( $option, $given, $base, $path, $trail, self::expectation( $schema ) ) : $refuse();
			default:
				return self::is_valid( $schema, $given ) ? $given : $refuse();
		}
	}

	/**
	 * Whether a single value is what a schema asks for.
	 *
	 * @param stdClass $schema What is asked for.
	 * @param mixed    $given  What is there.
	 */
	private static function is_valid( stdClass $schema, $given ): bool {
		switch ( $schema->type ) {
			case 'boolean':
				return is_bool( $given );
			case 'picklist':
				return in_array( $given, $schema->options, true );
			case 'literal':
				return $given === $schema->literal;
			case 'number':
				if ( ! is_int( $given ) && ! is_float( $given ) ) {
					return false;
				}
				return ( empty( $schema->integer ) || self::is_whole( $given ) ) && ( ! isset( $schema->least ) || $given >= $schema->least );
			default:
				if ( ! is_string( $given ) ) {
					return false;
				}
				foreach ( $schema->patterns ?? array() as $pattern ) {
					if ( ! preg_match( "~$pattern~u", $given ) ) {
						return false;
					}
				}
				if ( ! empty( $schema->url ) && ! wp_parse_url( $given, PHP_URL_HOST ) ) {
					return false;
				}
				return empty( $schema->address ) || null !== Text_Filler::safe_address( $given );
		}
	}

	/**
	 * Whether a number is whole: JSON has 1.0 as well as 1.
	 *
	 * @param mixed $value Anything.
	 */
	private static function is_whole( $value ): bool {
		return is_int( $value ) || ( is_float( $value ) && floor( $value ) === $value );
	}

	/**
	 * The forms that a value may have, those of forms among them.
	 *
	 * @param stdClass $schema Any schema.
	 * @return stdClass[]
	 */
	private static function forms( stdClass $schema ): array {
		return 'union' === $schema->type ? array_merge( ...array_map( array( __CLASS__, 'forms' ), $schema->options ) ) : array( $schema );
	}

	/**
	 * The form that a value is meant to have, by its kind and its keys.
	 *
	 * @param stdClass $schema A union.
	 * @param mixed    $given  What is there.
	 */
	private static function option( stdClass $schema, $given ): ?stdClass {
		foreach ( self::forms( $schema ) as $form ) {
			if ( is_array( $given ) ) {
				$fits = $given && 'array' === $form->type;
			} elseif ( is_object( $given ) ) {
				$fits = isset( $form->entries ) && array_intersect_key( get_object_vars( $given ), get_object_vars( $form->entries ) );
			} else {
				$fits = ( self::KINDS[ gettype( $given ) ] ?? '' ) === $form->type;
			}
			if ( $fits ) {
				return $form;
			}
		}
		return null;
	}

	/**
	 * A list without ids is taken as a whole.
	 *
	 * @param stdClass $item  What each item must be.
	 * @param array    $given What is there.
	 * @param mixed    $base  What holds if nothing of it is valid.
	 * @param string   $path  Where it stands.
	 * @return mixed
	 */
	private function list( stdClass $item, array $given, $base, string $path ) {
		$read = array();
		foreach ( $given as $index => $value ) {
			$valid = $this->value( $item, $value, null, "{$path}[$index]", '' );
			if ( null !== $valid ) {
				$read[] = $valid;
			}
		}
		return $read || ! $given ? $read : $base;
	}

	/**
	 * Values by names that the author makes.
	 *
	 * @param stdClass $schema What each value must be.
	 * @param stdClass $given  What is there.
	 * @param mixed    $base   The values below.
	 * @param string   $path   Where it stands.
	 */
	private function record( stdClass $schema, stdClass $given, $base, string $path ): stdClass {
		$result = is_object( $base ) ? clone $base : new stdClass();
		foreach ( get_object_vars( $given ) as $key => $value ) {
			$key = (string) $key;
			if ( in_array( $key, self::UNSAFE_KEYS, true ) ) {
				$this->tell( "$path.$key", 'not a name', 'it is left out' );
				continue;
			}
			$read = $this->value( $schema->value, $value, $result->$key ?? null, "$path.$key", '' );
			if ( null !== $read ) {
				$result->$key = $read;
			}
		}
		return $result;
	}

	/**
	 * An object with known keys.
	 *
	 * @param stdClass $schema What is asked for.
	 * @param stdClass $given  What is there.
	 * @param mixed    $base   The object below.
	 * @param string   $path   Where it stands.
	 * @param string   $trail  The same by ids.
	 * @return stdClass|string|null
	 */
	private function object( stdClass $schema, stdClass $given, $base, string $path, string $trail ) {
		$entries = get_object_vars( $schema->entries );
		$fields  = get_object_vars( $given );
		$at      = fn( string $key ): string => '' === $path ? $key : "$path.$key";
		$result  = is_object( $base ) ? clone $base : new stdClass();
		foreach ( $fields as $key => $value ) {
			$key = (string) $key;
			if ( ! isset( $entries[ $key ] ) ) {
				$this->tell( $at( $key ), 'not known here', 'expected one of ' . implode( ', ', array_keys( $entries ) ) );
				continue;
			}
			$read = $this->value( $entries[ $key ], $value, $result->$key ?? null, $at( $key ), '' === $trail ? $key : "$trail/$key" );
			if ( null !== $read ) {
				$result->$key = $read;
			}
		}
		// Sources speak for the words that they came with, not for those that have taken their place.
		if ( ( self::is_given( $fields, 'answer' ) || self::is_given( $fields, 'text' ) ) && ! self::is_given( $fields, 'cites' ) ) {
			unset( $result->cites );
		}

		$missing = array_filter( array_keys( $entries ), fn( $key ) => ! isset( $result->$key ) && empty( $entries[ $key ]->optional ) );
		foreach ( $missing as $key ) {
			if ( ! array_key_exists( $key, $fields ) ) {
				$this->tell( $at( $key ), 'missing', 'expected ' . self::expectation( $entries[ $key ] ) );
			}
		}
		// A link that leads nowhere good still has words, and a sentence needs them.
		if ( in_array( 'href', $missing, true ) && isset( $result->text ) && is_string( $result->text ) ) {
			return $result->text;
		}
		if ( $missing ) {
			return null;
		}
		foreach ( array(
			'from' => 'to',
			'min'  => 'max',
		) as $first => $last ) {
			if ( isset( $result->$first, $result->$last ) && $result->$first > $result->$last ) {
				return $this->tell( $at( $last ), self::found( $result->$last ), 'expected ' . self::json( $result->$first ) . " or more, as in $first" );
			}
		}
		return $result;
	}

	/**
	 * Whether a key has a value that counts: the browser takes an empty text and a 0 for nothing.
	 *
	 * @param array  $fields Values by key.
	 * @param string $key    The key.
	 */
	private static function is_given( array $fields, string $key ): bool {
		return isset( $fields[ $key ] ) && ! in_array( $fields[ $key ], array( '', 0, 0.0, false ), true );
	}

	/**
	 * Items by id: those that are given change or follow those that are there.
	 *
	 * @param stdClass $schema What each item must be.
	 * @param array    $given  What is there.
	 * @param array    $base   The items below.
	 * @param string   $path   Where it stands.
	 * @param string   $trail  The same by ids.
	 */
	private function items( stdClass $schema, array $given, array $base, string $path, string $trail ): array {
		$known = array();
		foreach ( $base as $item ) {
			// PHP makes a number of a name such as "12"; with a letter before it, it stays a text.
			$known[ "#{$item->id}" ] = $item;
		}
		$items  = $known;
		$named  = array();
		$places = array();
		foreach ( $given as $index => $value ) {
			$at = "{$path}[$index]";
			if ( ! is_object( $value ) ) {
				$this->tell( $at, self::found( $value ), 'expected ' . self::expectation( $schema ) );
				continue;
			}
			if ( ! isset( $value->id ) || ! self::is_valid( $schema->entries->id, $value->id ) ) {
				$this->tell( "$at.id", self::found_in( $value, 'id' ), 'expected ' . self::expectation( $schema->entries->id ) );
				continue;
			}
			$key = "#{$value->id}";
			if ( isset( $named[ $key ] ) ) {
				$this->tell( "$at.id", self::found( $value->id ), 'expected an id that no other item here has' );
				continue;
			}
			$named[ $key ] = true;
			$here          = "$trail/{$value->id}";
			$rest          = clone $value;
			unset( $rest->hidden, $rest->order );
			if ( isset( $known[ $key ] ) && preg_match( $this->must_stay, $here ) ) {
				$this->keep_open( $rest, $value, $known[ $key ], $at );
			} elseif ( isset( $value->hidden ) && true === $value->hidden ) {
				unset( $items[ $key ] );
				continue;
			}
			$this->read_place( $value, $key, $at, $places );
			$read = $this->value( $schema, self::with_id_first( $rest ), $known[ $key ] ?? null, $at, $here );
			if ( is_object( $read ) ) {
				$items[ $key ] = $read;
			}
		}
		if ( in_array( $trail, $this->replaced, true ) ) {
			foreach ( array_keys( array_diff_key( $items, $named ) ) as $key ) {
				$id = substr( $key, 1 );
				if ( preg_match( $this->must_stay, "$trail/$id" ) ) {
					$this->tell( $path, "no \"$id\"", 'visitors must be told this, so the default one stays' );
				} else {
					unset( $items[ $key ] );
				}
			}
		}
		if ( ! $items && 'pathways' === $trail ) {
			$this->tell( $path, 'all hidden', 'expected one at least, so all are shown' );
			return $base;
		}
		return self::arrange( $items, $places );
	}

	/**
	 * What visitors must be told is shown to all of them, whatever an item says of it.
	 *
	 * @param stdClass $rest     The item, from which limits are taken.
	 * @param stdClass $value    The item as it was given.
	 * @param stdClass $existing The item below.
	 * @param string   $at       Where it stands.
	 */
	private function keep_open( stdClass $rest, stdClass $value, stdClass $existing, string $at ): void {
		foreach ( self::LIMITS as $limit ) {
			if ( ! property_exists( $value, $limit ) || false === $value->$limit ) {
				continue;
			}
			if ( ! property_exists( $existing, $limit ) || self::json( $value->$limit ) !== self::json( $existing->$limit ) ) {
				$this->tell( "$at.$limit", self::found( $value->$limit ), 'visitors must be told this, so it is shown to all of them' );
				unset( $rest->$limit );
			}
		}
	}

	/**
	 * What an item says of its place in the list.
	 *
	 * @param stdClass           $value  The item.
	 * @param string             $key    Its key.
	 * @param string             $at     Where it stands.
	 * @param array<string, int> $places Where the places are noted.
	 */
	private function read_place( stdClass $value, string $key, string $at, array &$places ): void {
		if ( property_exists( $value, 'hidden' ) && ! is_bool( $value->hidden ) ) {
			$this->tell( "$at.hidden", self::found( $value->hidden ), 'expected true or false' );
		}
		if ( ! property_exists( $value, 'order' ) ) {
			return;
		}
		if ( self::is_whole( $value->order ) && $value->order > 0 ) {
			$places[ $key ] = (int) $value->order;
		} else {
			$this->tell( "$at.order", self::found( $value->order ), 'expected a place in the list; 1 is the first' );
		}
	}

	/**
	 * The order of keys decides the order in which problems are told.
	 *
	 * @param stdClass $item An item.
	 */
	private static function with_id_first( stdClass $item ): stdClass {
		return (object) array_merge( array( 'id' => $item->id ), get_object_vars( $item ) );
	}

	/**
	 * Items with a place of their own at their place, the others around them in the order they have.
	 *
	 * @param array<string, stdClass> $items  The items by key.
	 * @param array<string, int>      $places Places by key; 1 is the first.
	 */
	private static function arrange( array $items, array $places ): array {
		$placed = array_intersect_key( $places, $items );
		// Sorting kept no order among equals before PHP 8, so the position is the second thing to sort by.
		$keys = array_keys( $placed );
		array_multisort( array_values( $placed ), SORT_ASC, array_keys( $keys ), SORT_ASC, $keys );
		$list = array_values( array_diff_key( $items, $placed ) );
		foreach ( $keys as $key ) {
			array_splice( $list, $placed[ $key ] - 1, 0, array( $items[ $key ] ) );
		}
		return $list;
	}

	/**
	 * What no single value shows: things that only hold for the whole guide.
	 *
	 * @param stdClass $guide The guide as it was laid.
	 */
	private function settle( stdClass $guide ): stdClass {
		$guide      = clone $guide;
		$categories = array_map( fn( $category ) => $category->id, $guide->categories );
		foreach ( $guide->questions as $index => $question ) {
			if ( isset( $question->category ) && ! in_array( $question->category, $categories, true ) ) {
				$this->tell( "questions: category of \"{$question->id}\"", self::found( $question->category ), 'expected one of ' . implode( ', ', $categories ) );
				$question = clone $question;
				unset( $question->category );
				$guide->questions[ $index ] = $question;
			}
		}
		$tasks = array();
		foreach ( $guide->phases as $index => $phase ) {
			$phase = clone $phase;
			$kept  = array();
			foreach ( $phase->tasks as $task ) {
				// Ticks are kept by id: two tasks under one would be ticked together.
				if ( isset( $tasks[ "#{$task->id}" ] ) ) {
					$this->tell( "phases: tasks of \"{$phase->id}\"", "\"{$task->id}\" again", 'expected an id of its own' );
				} else {
					$tasks[ "#{$task->id}" ] = true;
					$kept[]                  = $task;
				}
			}
			$phase->tasks            = $kept;
			$guide->phases[ $index ] = $phase;
		}
		return $guide;
	}

	/**
	 * What a schema asks for, in words.
	 *
	 * @param stdClass $schema Any schema.
	 */
	private static function expectation( stdClass $schema ): string {
		if ( isset( $schema->description ) ) {
			return $schema->description;
		}
		switch ( $schema->type ) {
			case 'boolean':
				return 'true or false';
			case 'picklist':
				return 'one of ' . implode( ', ', array_map( array( __CLASS__, 'json' ), $schema->options ) );
			case 'literal':
				return self::json( $schema->literal );
			case 'array':
				return 'a list';
			case 'strict_object':
				return 'an object with ' . implode( ', ', array_keys( get_object_vars( $schema->entries ) ) );
			default:
				return 'an object';
		}
	}

	/**
	 * What is under a key, short enough for a line.
	 *
	 * @param stdClass $fields An object.
	 * @param string   $key    The key.
	 */
	private static function found_in( stdClass $fields, string $key ): string {
		return property_exists( $fields, $key ) ? self::found( $fields->$key ) : 'missing';
	}

	/**
	 * What is there, short enough for a line.
	 *
	 * @param mixed $value Anything that JSON can say.
	 */
	private static function found( $value ): string {
		if ( is_array( $value ) ) {
			return $value ? 'a list' : 'an empty list';
		}
		if ( is_object( $value ) ) {
			return 'an object';
		}
		return self::json( is_string( $value ) && mb_strlen( $value ) > 60 ? mb_substr( $value, 0, 59 ) . '…' : $value );
	}

	/**
	 * JSON as the browser writes it.
	 *
	 * @param mixed $value Anything that JSON can say.
	 */
	private static function json( $value ): string {
		if ( self::is_whole( $value ) && abs( $value ) < PHP_INT_MAX ) {
			$value = (int) $value;
		}
		return (string) wp_json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS );
	}
}
