<?php
/**
 * What a widget tells, as plain HTML.
 *
 * @package StemcellGuide
 */

namespace StemcellGuide;

defined( 'ABSPATH' ) || exit;

/**
 * The words for those who have no script, and until it has come. The same, byte for byte, as `stemcell-guide html --as=bare`
 * prints: a test compares both. Every text is escaped here, in `text()` and `inline()`, and nowhere else.
 */
final class Plain_Html {

	/** What may stand in a guide, in order. */
	const PARTS = array( 'stepper', 'faq', 'checklist' );

	/**
	 * The guide with the clinic's details in it.
	 *
	 * @var array
	 */
	private $content;

	/**
	 * For whom it is.
	 *
	 * @var Situation
	 */
	private $situation;

	/**
	 * The elements' own words.
	 *
	 * @var array<string, string>
	 */
	private $words;

	/**
	 * Times and dates.
	 *
	 * @var Formats
	 */
	private $formats;

	/**
	 * Sources by id.
	 *
	 * @var array<string, array>
	 */
	private $sources;

	/**
	 * A notice that the law asks for.
	 *
	 * @var string
	 */
	private $notice;

	/**
	 * A printer of one widget.
	 *
	 * @param array     $guide     A whole guide, before the clinic's details are in it.
	 * @param Situation $situation For whom it is.
	 * @param string    $language  Language of figures and dates.
	 * @param string    $notice    A notice that the law asks for.
	 */
	public function __construct( array $guide, Situation $situation, string $language, string $notice = '' ) {
		$this->content   = Text_Filler::fill_all( $guide, $situation->values( $guide ) );
		$this->situation = $situation;
		$this->words     = Data::arrays( 'words' );
		$this->formats   = new Formats( $language );
		$this->notice    = $notice;
		$known           = array_merge( Data::arrays( 'sources' ), $this->content['sources'] ?? array() );
		$this->sources   = array_column( $known, null, 'id' );
	}

	/**
	 * Everything that a widget tells.
	 *
	 * @param string $widget `guide`, `stepper`, `faq` or `checklist`.
	 * @param int    $level  Level of its title.
	 */
	public function whole( string $widget, int $level ): string {
		return implode( "\n", $this->widget( $widget, $level, true ) );
	}

	/**
	 * What a widget tells around the page's own words.
	 *
	 * @param string $widget  `guide`, `stepper`, `faq` or `checklist`.
	 * @param int    $level   Level of its title.
	 * @param string $content The page's own words.
	 * @return string[] What comes before them, what comes after them, and what is one of them: the element takes that
	 *                  over with the page's own words.
	 */
	public function around( string $widget, int $level, string $content ): array {
		$before = $this->before( $widget, $level, true );
		$after  = array();
		$kept   = array();
		switch ( $widget ) {
			case 'guide':
				foreach ( self::PARTS as $part ) {
					if ( false === strpos( $content, "<stemcell-$part" ) ) {
						array_push( $after, ...$this->widget( $part, $level + 1, false ) );
					}
				}
				break;
			case 'stepper':
				$after = $this->questions_to_take( $level );
				break;
			case 'faq':
				$must_stay = '~' . Data::objects( 'schema' )->mustStay . '~u';
				foreach ( $this->questions() as $question ) {
					if ( preg_match( $must_stay, "questions/{$question['id']}" ) && ! preg_match( "~\\bid=[\"']{$question['id']}[\"']~", $content ) ) {
						array_push( $kept, ...$this->question( $question ) );
					}
				}
				break;
			case 'checklist':
				array_push( $before, ...$this->warnings( $level + 1 ) );
				break;
		}
		return array( implode( "\n", $before ), implode( "\n", $after ), implode( "\n", $kept ) );
	}

	/**
	 * The lines of a widget.
	 *
	 * @param string $widget `guide`, `stepper`, `faq` or `checklist`.
	 * @param int    $level  Level of its title.
	 * @param bool   $alone  Whether it stands by itself; inside a guide the notice is the guide's.
	 * @return string[]
	 */
	private function widget( string $widget, int $level, bool $alone ): array {
		$before = $this->before( $widget, $level, $alone );
		switch ( $widget ) {
			case 'guide':
				$lines = $this->plain( $before );
				foreach ( self::PARTS as $part ) {
					array_push( $lines, ...$this->widget( $part, $level + 1, false ) );
				}
				return $lines;
			case 'stepper':
				$stages = $this->stages();
				$lines  = $this->plain( $before );
				foreach ( $stages as $stage ) {
					array_push( $lines, ...$this->stage( $stage, $level + 1 ) );
				}
				return $stages && $this->content['ask'] ? array_merge( $lines, $this->plain( $this->questions_to_take( $level ) ) ) : $lines;
			case 'faq':
				$questions = $this->questions();
				$none      = $questions ? array() : array( $this->paragraph( $this->text( $this->words['noQuestions'] ) ) );
				$lines     = $this->plain( array_merge( $before, $none ) );
				foreach ( $questions as $question ) {
					array_push( $lines, ...$this->question( $question ) );
				}
				return $lines;
			default:
				$phases = $this->phases();
				$none   = $phases ? array() : array( $this->paragraph( $this->text( $this->words['noTasks'] ) ) );
				$lines  = $this->plain( array_merge( $before, $this->warnings( $level + 1 ), $none ) );
				foreach ( $phases as $phase ) {
					array_push( $lines, ...$this->phase( $phase, $level + 1 ) );
				}
				return $lines;
		}
	}

	/**
	 * The title, and what everybody is told first.
	 *
	 * @param string $widget `guide`, `stepper`, `faq` or `checklist`.
	 * @param int    $level  Level of its title.
	 * @param bool   $alone  Whether it stands by itself.
	 * @return string[]
	 */
	private function before( string $widget, int $level, bool $alone ): array {
		$title = $this->heading( $level, $this->text( $this->words[ $widget . 'Title' ] ) );
		return array_merge( array( $title ), $alone ? $this->notice( $level + 1 ) : array() );
	}

	/**
	 * A text that no browser takes for markup.
	 *
	 * @param string $text Any text.
	 */
	private function text( string $text ): string {
		return strtr(
			$text,
			array(
				'&' => '&amp;',
				'<' => '&lt;',
				'>' => '&gt;',
				'"' => '&quot;',
			)
		);
	}

	/**
	 * Attributes in the order given, those without a value left out.
	 *
	 * @param array<string, mixed> $values Values by name.
	 */
	private function attributes( array $values ): string {
		$written = '';
		foreach ( $values as $name => $value ) {
			if ( null !== $value && '' !== $value ) {
				$written .= " $name=\"" . $this->text( (string) $value ) . '"';
			}
		}
		return $written;
	}

	/**
	 * A line with its links.
	 *
	 * @param string|array $content A line, or a link.
	 */
	private function inline( $content ): string {
		if ( is_string( $content ) ) {
			return $this->text( $content );
		}
		if ( ! isset( $content['href'] ) ) {
			return implode( '', array_map( array( $this, 'inline' ), $content ) );
		}
		$href = Text_Filler::safe_address( $content['href'] );
		return $href ? '<a href="' . $this->text( $href ) . '">' . $this->text( $content['text'] ) . '</a>' : $this->text( $content['text'] );
	}

	/**
	 * A paragraph of what there is.
	 *
	 * @param string ...$pieces HTML; empty ones are left out.
	 */
	private function paragraph( string ...$pieces ): string {
		return '<p>' . implode( ' ', array_filter( $pieces, 'strlen' ) ) . '</p>';
	}

	/**
	 * A list.
	 *
	 * @param string[] $items HTML.
	 * @return string[]
	 */
	private function bullets( array $items ): array {
		return array_merge( array( '<ul>' ), array_map( fn( $item ) => "<li>$item</li>", array_values( $items ) ), array( '</ul>' ) );
	}

	/**
	 * What the element says itself once it runs.
	 *
	 * @param string[] $lines HTML.
	 * @return string[]
	 */
	private function plain( array $lines ): array {
		return array_merge( array( '<div data-stemcell-plain>' ), $lines, array( '</div>' ) );
	}

	/**
	 * A heading, 6 at most.
	 *
	 * @param int    $level   Its level.
	 * @param string $content HTML.
	 */
	private function heading( int $level, string $content ): string {
		$name = 'h' . min( $level, 6 );
		return "<$name>$content</$name>";
	}

	/**
	 * The blocks of an answer.
	 *
	 * @param string|array $content A text, a block or a list of blocks.
	 * @return string[]
	 */
	private function body( $content ): array {
		$lines  = array();
		$blocks = is_array( $content ) && isset( $content[0] ) ? $content : array( $content );
		foreach ( $blocks as $block ) {
			if ( is_string( $block ) ) {
				$lines[] = $this->paragraph( $this->text( $block ) );
			} elseif ( isset( $block['list'] ) ) {
				array_push( $lines, ...$this->bullets( array_map( array( $this, 'inline' ), $block['list'] ) ) );
			} elseif ( isset( $block['paragraph'] ) ) {
				$lines[] = $this->paragraph( $this->inline( $block['paragraph'] ) );
			}
		}
		return $lines;
	}

	/**
	 * Puts values in the place of `{name}`.
	 *
	 * @param string               $text   A text of the elements.
	 * @param array<string, mixed> $values Values by name.
	 */
	private function say( string $text, array $values ): string {
		return preg_replace_callback( '~\{(\w+)\}~', fn( $match ) => (string) ( $values[ $match[1] ] ?? $match[0] ), $text );
	}

	/**
	 * The mark of what a clinic may do in its own way.
	 *
	 * @param array $item Anything that may have to be confirmed.
	 */
	private function confirm( array $item ): string {
		return empty( $item['confirm'] ) ? '' : '<strong>' . $this->text( $this->words['confirm'] ) . '</strong>';
	}

	/**
	 * The ids of all sources that a content rests on, in the order in which they are met.
	 *
	 * @param mixed $content A part of the guide.
	 * @return string[]
	 */
	private static function cited_in( $content ): array {
		if ( ! is_array( $content ) ) {
			return array();
		}
		$cited = isset( $content['cites'] ) ? $content['cites'] : array();
		foreach ( $content as $inner ) {
			array_push( $cited, ...self::cited_in( $inner ) );
		}
		return array_values( array_unique( $cited ) );
	}

	/**
	 * The sources of a block, each as a link.
	 *
	 * @param array $content A part of the guide.
	 * @return string[]
	 */
	private function cites( array $content ): array {
		$sources = array();
		foreach ( self::cited_in( $content ) as $id ) {
			if ( isset( $this->sources[ $id ] ) ) {
				$source    = $this->sources[ $id ];
				$where     = empty( $source['year'] ) ? $source['publisher'] : $this->say( $this->words['sourceYear'], $source );
				$link      = array(
					'text' => $source['title'],
					'href' => $source['url'],
				);
				$sources[] = $this->inline( $link ) . ' (' . $this->text( $where ) . ')';
			}
		}
		if ( ! $sources ) {
			return array();
		}
		return array( $this->paragraph( '<small>' . $this->say( $this->text( $this->words['sourceNumbers'] ), array( 'numbers' => implode( '; ', $sources ) ) ) . '</small>' ) );
	}

	/**
	 * A sentence with a date; empty without one.
	 *
	 * @param string               $text   The sentence.
	 * @param string               $date   Such as `2026-11-22`.
	 * @param array<string, mixed> $values What else is in it.
	 */
	private function dated( string $text, string $date, array $values = array() ): string {
		$written = $this->formats->date( $date );
		return '' === $written ? '' : $this->text( $this->say( $text, array_merge( $values, array( 'date' => $written ) ) ) );
	}

	/**
	 * Whether something in the guide waits for the clinic to confirm it.
	 *
	 * @param mixed $content A part of the guide.
	 */
	private static function is_unconfirmed( $content ): bool {
		if ( ! is_array( $content ) ) {
			return false;
		}
		foreach ( $content as $key => $inner ) {
			if ( ( 'confirm' === $key && true === $inner ) || self::is_unconfirmed( $inner ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What a visitor is told before anything else.
	 *
	 * @param int $level Level of its headings.
	 * @return string[]
	 */
	private function notice( int $level ): array {
		$content = $this->content;
		$words   = $this->words;
		$notices = $content['notices'];
		$status  = $notices['status'][ $this->situation->region ] ?? $notices['status']['other'];
		$review  = $content['review'] ?? array();
		$lines   = array( $this->heading( $level, $this->text( $words['noticeTitle'] ) ) );
		if ( '' !== $this->notice ) {
			$lines[] = $this->paragraph( $this->text( $this->notice ) );
		}
		array_push(
			$lines,
			$this->paragraph( $this->text( $notices['education'] ), self::is_unconfirmed( $content ) ? $this->text( $words['confirmMeaning'] ) : '' ),
			$this->paragraph( $this->text( $status['text'] ) ),
			$this->paragraph( $this->text( $notices['result'] ) ),
			$this->paragraph(
				$this->dated( $words['writtenBy'], $content['written'], array( 'author' => $content['author'] ) ),
				$this->text( $content['disclosure'] ),
				$this->dated( $words['checkedOn'], $content['checked'] ?? '' ),
				$this->dated( $words['reviewedBy'], $review['date'] ?? '', $review )
			),
			...$this->cites( $status )
		);
		foreach ( $content['pathways'] as $pathway ) {
			if ( $pathway['id'] === $this->situation->pathway ) {
				array_push(
					$lines,
					$this->heading( $level, $this->text( $words['pathwayQuestion'] ) ),
					$this->paragraph( '<strong>' . $this->text( $pathway['name'] ) . '</strong>' ),
					$this->paragraph( $this->text( $pathway['text'] ) ),
					...$this->cites( $pathway )
				);
			}
		}
		return $lines;
	}

	/**
	 * Items that belong to the pathway.
	 *
	 * @param array $items Items of the guide.
	 */
	private function on_pathway( array $items ): array {
		return array_values( array_filter( $items, fn( $item ) => ! isset( $item['pathways'] ) || in_array( $this->situation->pathway, $item['pathways'], true ) ) );
	}

	/**
	 * The stages of the pathway in order, each with what the pathway adds to it.
	 */
	private function stages(): array {
		return array_map(
			function ( $stage ) {
				$own = $stage['variations'][ $this->situation->pathway ] ?? array();
				foreach ( array( 'happens', 'feel', 'prepare', 'ask', 'cites' ) as $list ) {
					$stage[ $list ] = array_merge( $stage[ $list ] ?? array(), $own[ $list ] ?? array() );
				}
				$stage['cites'] = array_values( array_unique( $stage['cites'] ) );
				if ( isset( $own['duration'] ) ) {
					$stage['duration'] = array_merge( $stage['duration'] ?? array(), $own['duration'] );
				}
				unset( $stage['variations'] );
				return array_merge( $stage, array_intersect_key( $own, array_flip( array( 'title', 'summary' ) ) ) );
			},
			$this->on_pathway( $this->content['stages'] )
		);
	}

	/**
	 * The questions that hold for the pathway and the region, in order.
	 */
	private function questions(): array {
		$holds = fn( $question ) => ! isset( $question['regions'] ) || in_array( $this->situation->region, $question['regions'], true );
		return array_values( array_filter( $this->on_pathway( $this->content['questions'] ), $holds ) );
	}

	/**
	 * The phases that have a task on this pathway, with those tasks.
	 */
	private function phases(): array {
		$phases = array();
		foreach ( $this->content['phases'] as $phase ) {
			$phase['tasks'] = $this->on_pathway( $phase['tasks'] );
			if ( $phase['tasks'] ) {
				$phases[] = $phase;
			}
		}
		return $phases;
	}

	/**
	 * Questions for the clinic, whatever the stage.
	 *
	 * @param int $level Level of the widget's title.
	 * @return string[]
	 */
	private function questions_to_take( int $level ): array {
		return array_merge(
			array( $this->heading( $level + 1, $this->text( $this->words['askAlways'] ) ) ),
			$this->bullets( array_map( array( $this, 'inline' ), $this->content['ask'] ) )
		);
	}

	/**
	 * A group of lines in a stage.
	 *
	 * @param int    $level Level of its heading.
	 * @param string $name  Key of its name among the words.
	 * @param array  $lines The lines.
	 * @param string $below A text below them.
	 * @return string[]
	 */
	private function section( int $level, string $name, array $lines, string $below = '' ): array {
		if ( ! $lines ) {
			return array();
		}
		return array_merge(
			array( $this->heading( $level, $this->text( $this->words[ $name ] ) ) ),
			$this->bullets( array_map( array( $this, 'inline' ), $lines ) ),
			'' === $below ? array() : array( $this->paragraph( $this->text( $below ) ) )
		);
	}

	/**
	 * One stage.
	 *
	 * @param array $stage The stage on this pathway.
	 * @param int   $level Level of its title.
	 * @return string[]
	 */
	private function stage( array $stage, int $level ): array {
		$words    = $this->words;
		$duration = $stage['duration'] ?? null;
		$named    = $this->attributes(
			array(
				'id'        => $stage['id'],
				'data-min'  => $duration['min'] ?? null,
				'data-max'  => $duration['max'] ?? null,
				'data-unit' => $duration['unit'] ?? null,
				'data-icon' => $stage['icon'] ?? null,
			)
		);
		$lines    = array( "<section$named>", $this->heading( $level, $this->text( $stage['title'] ) ) );
		if ( '' !== $stage['summary'] ) {
			$lines[] = $this->paragraph( $this->text( $stage['summary'] ) );
		}
		if ( $duration ) {
			$time    = $this->formats->duration( $duration['min'], $duration['max'], $duration['unit'] );
			$lines[] = '<p data-stemcell-plain>' . $this->text( $this->say( $words['takes'], array( 'duration' => $time ) ) ) . '.</p>';
			if ( ! empty( $duration['note'] ) || ! empty( $duration['confirm'] ) ) {
				$lines[] = $this->paragraph( $this->text( $duration['note'] ?? '' ), $this->confirm( $duration ) );
			}
		}
		$milestone = fn( $item ) => $this->say(
			$words['milestone'],
			array(
				'text' => $item['text'],
				'time' => $this->formats->days( $item['from'], $item['to'] ),
			)
		);
		$visit     = fn( $item ) => $this->say(
			$words[ empty( $item['optional'] ) ? 'visit' : 'visitOptional' ],
			array( 'time' => $this->formats->days( $item['day'], $item['day'] ) )
		);
		return array_merge(
			$lines,
			$this->section( $level + 1, 'happens', $stage['happens'], $stage['note'] ?? '' ),
			$this->section( $level + 1, 'feel', $stage['feel'] ),
			$this->section( $level + 1, 'prepare', $stage['prepare'] ),
			$this->section( $level + 1, 'ask', $stage['ask'] ),
			$this->section( $level + 1, 'milestones', array_map( $milestone, $stage['milestones'] ?? array() ) ),
			$this->section( $level + 1, 'visits', array_map( $visit, $stage['visits'] ?? array() ) ),
			$this->cites( $stage ),
			array( '</section>' )
		);
	}

	/**
	 * One question.
	 *
	 * @param array $question The question.
	 * @return string[]
	 */
	private function question( array $question ): array {
		$named   = $this->attributes(
			array(
				'id'            => $question['id'],
				'data-category' => $question['category'] ?? null,
				'data-keywords' => implode( ', ', $question['keywords'] ?? array() ),
			)
		);
		$confirm = $this->confirm( $question );
		return array_merge(
			array( "<details$named" . ( empty( $question['open'] ) ? '>' : ' open>' ), '<summary>' . $this->text( $question['question'] ) . '</summary>' ),
			$this->body( $question['answer'] ),
			'' === $confirm ? array() : array( $this->paragraph( $confirm ) ),
			$this->cites( array( 'cites' => $question['cites'] ?? array() ) ),
			array( '</details>' )
		);
	}

	/**
	 * One phase with its tasks.
	 *
	 * @param array $phase The phase.
	 * @param int   $level Level of its title.
	 * @return string[]
	 */
	private function phase( array $phase, int $level ): array {
		$named = $this->attributes(
			array(
				'id'        => $phase['id'],
				'data-from' => $phase['from'],
				'data-to'   => $phase['to'],
			)
		);
		return array_merge(
			array( "<section$named>", $this->heading( $level, $this->text( $phase['title'] ) ), '<ul>' ),
			array_map( array( $this, 'task' ), $phase['tasks'] ),
			array( '</ul>' ),
			$this->cites( $phase ),
			array( '</section>' )
		);
	}

	/**
	 * One task.
	 *
	 * @param array $task The task.
	 */
	private function task( array $task ): string {
		$named = $this->attributes(
			array(
				'id'            => $task['id'],
				'data-from'     => $task['from'],
				'data-to'       => $task['to'],
				'data-formerly' => implode( ' ', $task['formerly'] ?? array() ),
				'data-visit'    => empty( $task['visit'] ) ? null : 'true',
				'data-repeat'   => $task['repeat'] ?? null,
				'data-confirm'  => empty( $task['confirm'] ) ? null : 'true',
			)
		);
		$mark  = empty( $task['confirm'] ) ? '' : '<strong data-stemcell-plain>' . $this->text( $this->words['confirm'] ) . '</strong>';
		$small = implode( ' ', array_filter( array( $this->inline( $task['why'] ?? '' ), $mark ), 'strlen' ) );
		return "<li$named>" . $this->inline( $task['text'] ) . ( '' === $small ? '' : " <small>$small</small>" ) . '</li>';
	}

	/**
	 * The warning signs, most urgent first.
	 *
	 * @param int $level Level of their heading.
	 * @return string[]
	 */
	private function warnings( int $level ): array {
		$words    = $this->words;
		$clinic   = $this->situation->clinic;
		$warnings = $this->content['warnings'];
		$numbers  = array(
			'same-day' => isset( $clinic['afterHoursPhone'] ) ? $words['afterHours'] : '',
			'call'     => isset( $clinic['clinicPhone'] ) ? $words['byDay'] : '',
		);
		$lines    = array( $this->heading( $level, $this->text( $words['warningsTitle'] ) ), $this->paragraph( $this->text( $warnings['intro'] ) ) );
		foreach ( $warnings['levels'] as $urgency ) {
			$signs = $this->on_pathway( $urgency['signs'] );
			if ( ! $signs ) {
				continue;
			}
			$lines[] = $this->heading( $level + 1, $this->inline( $urgency['title'] ) );
			$number  = $numbers[ $urgency['id'] ] ?? '';
			if ( '' !== $number ) {
				$lines[] = $this->paragraph( $this->inline( Text_Filler::fill( $number, $clinic ) ) );
			}
			$say = fn( $sign ) => $this->inline( $sign['text'] ) . ( empty( $sign['note'] ) ? '' : ' <small>' . $this->text( $sign['note'] ) . '</small>' );
			array_push( $lines, ...$this->bullets( array_map( $say, $signs ) ), ...$this->cites( $signs ) );
		}
		return $lines;
	}
}
