import { isServer, LitElement, type CSSResult, type PropertyDeclarations } from 'lit';
import { beside } from '../beside.js';
import { pathways, type Pathway, type Region } from '../content/choices.js';
import type { Guide } from '../content/guide.js';
import type { Spoken } from '../content/locale.js';
import { readLanguage, regionOfLanguage } from '../content/region.js';
import { citedIn, fillGuide, resolveNotice, type Clinic, type Situation } from '../content/resolve.js';
import { version } from '../define.js';
import type { Journey } from '../journey/journey.js';
import type { StorageAdapter, StorageKind } from '../journey/storage.js';
import { baseStyles } from '../theme/base.styles.js';
import type { Words } from '../words/words.js';
import { JourneyController } from './controllers/journey-controller.js';
import { LocaleController, speak } from './controllers/locale-controller.js';
import { OpenSet } from './controllers/open-set.js';
import { OwnWordsController } from './controllers/own-words-controller.js';
import { PartController } from './controllers/part-controller.js';
import { StatusController } from './controllers/status-controller.js';
import { fire } from './events.js';
import { adoptStyles } from './adopt-styles.js';
import { forAuthor, pageSettings, readSetting, type Settings } from './settings.js';

const guideTag = 'stemcell-guide';

const clinicSettings = [
  'clinicName',
  'clinicPhone',
  'afterHoursPhone',
  'clinicEmail',
  'clinicUrl',
  'emergencyNumber',
] as const satisfies readonly (keyof Clinic)[];

/**
 * The inputs that all elements share. What an element shows is its own affair.
 * @slot notice - A notice that the law asks for, where it is more than text. It takes the place of `notice`.
 * @fires stemcell-pathway-change - A visitor chose where the cells come from.
 * @fires stemcell-error - What the page gives the element is not all used: a line for each problem. No visitor causes it.
 * @csspart title - The element's title.
 * @csspart notice - What the regulator says, and where the text comes from.
 * @csspart toolbar - The choice of where the cells come from.
 * @csspart button - A button.
 * @csspart panel - What a button opens.
 * @cssprop [--stemcell-accent] - Colour of marks, fills and the ring of focus; never of text.
 * @cssprop [--stemcell-surface] - Ground of the element, painted; left out, the page's own.
 * @cssprop [--stemcell-text] - Colour of text; left out, the page's own.
 * @cssprop [--stemcell-border] - Colour of lines and borders; left out, from the surface.
 * @cssprop [--stemcell-radius=0.5em] - Corners, from `0` to round (`99em`).
 * @cssprop [--stemcell-space=1em] - How far things stand apart: `0.75em` is dense, `1.5em` airy.
 * @cssprop [--stemcell-font] - Typeface; left out, the page's own.
 * @cssprop [--stemcell-heading-font] - Typeface of headings; left out, that of the text.
 * @cssprop [--stemcell-sticky-offset=0] - Height of what sticks to the top of the page: links stop below it.
 */
export abstract class BaseElement extends LitElement implements Settings {
  static readonly version: string = version;

  static override properties: PropertyDeclarations = {
    pathway: {},
    region: {},
    src: {},
    guide: { attribute: false },
    notice: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    clinicName: { attribute: 'clinic-name' },
    clinicPhone: { attribute: 'clinic-phone' },
    afterHoursPhone: { attribute: 'after-hours-phone' },
    clinicEmail: { attribute: 'clinic-email' },
    clinicUrl: { attribute: 'clinic-url' },
    emergencyNumber: { attribute: 'emergency-number' },
    storage: {},
    storageAdapter: { attribute: false },
    procedureDate: { attribute: 'procedure-date' },
    structuredData: { attribute: 'structured-data', type: Boolean },
    debug: { type: Boolean },
  };

  static override styles: CSSResult[] = baseStyles;

  /** Fixes where the cells come from and hides the choice; left out, the visitor chooses. */
  declare pathway?: Pathway | undefined;
  /** Whose regulator's notice and emergency number are shown; from the language when left out. */
  declare region?: Region | undefined;
  /** Address of a guide as JSON; what it leaves out comes from the default guide. */
  declare src?: string | undefined;
  /** A guide as an object, over that of `src`. Give another object to change it. */
  declare guide?: object | undefined;
  /** A notice that the law asks for, shown word for word. For more than text: a child with `slot="notice"`. */
  declare notice?: string | undefined;
  /** Level of the element's own title, 2 to 6; headings inside follow. */
  declare headingLevel?: number | undefined;
  /** The clinic's name as patients know it. */
  declare clinicName?: string | undefined;
  /** The clinic's telephone number by day. */
  declare clinicPhone?: string | undefined;
  /** The number to call when the clinic is closed. */
  declare afterHoursPhone?: string | undefined;
  /** The clinic's address for mail. */
  declare clinicEmail?: string | undefined;
  /** The clinic's page for questions. */
  declare clinicUrl?: string | undefined;
  /** The number that reaches an ambulance; from the region when left out. */
  declare emergencyNumber?: string | undefined;
  /** Where choices and ticks are kept: `local`, `session` or `none`. */
  declare storage?: StorageKind | undefined;
  /**
   * A place of the page's own that keeps choices and ticks instead of the device, such as a patient's account. Always
   * the same object: another one is another visitor's.
   */
  declare storageAdapter?: StorageAdapter | undefined;
  /** The day of the procedure, such as `2026-11-22`; left out, the visitor may give it. */
  declare procedureDate?: string | undefined;
  /** Puts what is shown into the page's head as schema.org data. Off by default: no gain in search is promised. */
  declare structuredData?: boolean | undefined;
  /** For who writes the page: tells the console which sentences claim what regulators pursue. Shows nothing. */
  declare debug?: boolean | undefined;

  /** What is said on the page's language, before the page's own words are over it. @internal */
  spoken: Spoken | undefined;
  /** The elements' own words in the language of the page. @internal */
  words!: Words;
  /** BCP 47 tag for dates and figures. @internal */
  language = 'en';
  /** Where the page gives the language but no direction. @internal */
  direction: string | undefined;
  /** The guide before the clinic's details are in it. @internal */
  guideShown: Guide | undefined;
  /** The guide with the clinic's details in it. @internal */
  content!: Guide;
  /** @internal */
  situation!: Situation;

  /** The guide element around this one, where a server renders it. @internal */
  declare within?: BaseElement | undefined;

  /** @internal */
  readonly locale = new LocaleController(this);
  /** @internal */
  readonly announcer = new StatusController(this);
  /** Which disclosures are open. @internal */
  readonly disclosures = new OpenSet(this);
  /** The list of sources, once a visitor asks. @internal */
  readonly sourceList = new PartController(this, beside.sources);
  /** @internal */
  readonly ownWords = new OwnWordsController(this);
  /** Sought when asked for: inside a guide element only that one is asked. Both walk through the whole guide. */
  #cited: readonly string[] | undefined;
  #unconfirmed: boolean | undefined;
  readonly #styles = (this.constructor as typeof BaseElement).styles.slice();
  readonly #journey = new JourneyController(
    this,
    () => this.setting('storageAdapter') ?? this.setting('storage') ?? 'local',
  );

  /** Resolves when the element shows its content: the page's own words, or the default if they cannot be had. */
  get ready(): Promise<void> {
    return this.updateComplete
      .then(() => this.spoken!.waits?.then(() => this.ready))
      .then(() => this.#enclosing?.ready)
      .then(() => this.ownWords.settle());
  }

  /** Whether there is nothing to show yet, since the words of the page are on their way. @internal */
  get busy(): boolean {
    return this.ownWords.busy || !!this.#enclosing?.busy;
  }

  /** The parts of the guide that this element shows. */
  protected abstract get sections(): readonly (keyof Guide)[];

  /** The `<stemcell-guide>` around this element, or the element itself: it shows what all share. @internal */
  get outermost(): BaseElement {
    return this.#enclosing ?? this;
  }

  /** The ids of the sources in the order of their numbers, the same on every pathway. @internal */
  get cited(): readonly string[] {
    const { content, situation, sections } = this;
    return (this.#cited ??= [
      ...citedIn([
        resolveNotice(content, situation),
        content.pathways,
        sections.map((section) => content[section]),
      ]),
    ]);
  }

  /** Whether something in the guide waits for the clinic to confirm it. @internal */
  get unconfirmed(): boolean {
    return (this.#unconfirmed ??= JSON.stringify(this.content).includes('"confirm":true'));
  }

  /** What the visitor chose and did. @internal */
  get journey(): Journey {
    return this.#journey.journey;
  }

  /** A setting of this element, else of the guide element around it, else of the script tag. @internal */
  setting<Name extends keyof Settings>(name: Name): Settings[Name] | undefined {
    return (
      readSetting(this, name, (this as Settings)[name]) ??
      this.#enclosing?.setting(name) ??
      pageSettings[name]
    );
  }

  /** The level of the element's own title. @internal */
  get level(): number {
    const enclosing = this.#enclosing;
    return (
      readSetting(this, 'headingLevel', this.headingLevel) ??
      (enclosing ? enclosing.level + 1 : (pageSettings.headingLevel ?? 2))
    );
  }

  /** A style sheet belongs to the document it was made in: an element that moves to another one needs others. @internal */
  adoptedCallback(): void {
    if (this.shadowRoot) adoptStyles(this.shadowRoot, this.#styles);
  }

  /** Adds the styles of what is loaded later. @internal */
  addStyles(styles: CSSResult): void {
    this.#styles.push(styles);
    this.adoptedCallback();
  }

  /**
   * What a server has rendered goes here: the browser empties a root that came with the page. Only here it is known
   * what the visitor has chosen, so all is rendered anew, before the browser paints.
   */
  protected override createRenderRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' });
    this.adoptedCallback();
    return root;
  }

  protected override willUpdate(): void {
    const page = pageSide(this);
    const tag = readLanguage(closestThroughShadows(page, '[lang]:not([lang=""])')?.getAttribute('lang'));
    const spoken = (this.spoken = speak(tag));
    this.language = spoken.lang ?? tag;
    this.direction = closestThroughShadows(page, '[dir]') ? undefined : spoken.direction;
    const region = this.setting('region') ?? regionOfLanguage(this.language);
    const guide = (this.guideShown = this.ownWords.guide(this.#enclosing?.guideShown ?? spoken.guide));
    this.words = guide.words ? { ...spoken.words, ...guide.words } : spoken.words;
    const clinic: Clinic = Object.fromEntries(clinicSettings.map((name) => [name, this.setting(name)]));
    const chosen = guide.pathways.find(({ id }) => id === this.journey.kept.pathway) ?? guide.pathways[0];
    const pathway = this.setting('pathway') ?? chosen?.id ?? pathways[0];
    const content = fillGuide(guide, region, clinic);
    // Not at each tick, which changes nothing of it.
    if (content !== this.content || region !== this.situation.region)
      this.#cited = this.#unconfirmed = undefined;
    this.content = content;
    this.situation = { pathway, region, clinic };
    // The file attaches itself to the element, once.
    // While the page's own words are on their way, there is nothing to tell of.
    if (!this.busy && (this.setting('structuredData') || this.setting('debug')))
      void forAuthor().then((part) => part?.attach(this));
  }

  /** The visitor's choice, from whichever element shows it. @internal */
  choosePathway(pathway: Pathway): void {
    this.journey.choosePathway(pathway);
    fire(this, 'stemcell-pathway-change', { pathway });
  }

  get #enclosing(): BaseElement | undefined {
    if (isServer) return this.within;
    const guide = closestThroughShadows(this.parentElement ?? hostOf(this), guideTag);
    // Not upgraded yet: once it is, it asks the elements inside to render again.
    return guide instanceof BaseElement ? guide : undefined;
  }
}

/** The element whose shadow root holds this one. */
function hostOf(element: Element): Element | undefined {
  if (isServer) return (element as BaseElement).within;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** Where a page speaks about an element: inside a guide's shadow root, the `lang` around is the content's own. */
function pageSide(element: Element): Element {
  const host = hostOf(element);
  return host instanceof BaseElement ? host : element;
}

/** `closest`, on from shadow roots to their hosts. */
function closestThroughShadows(start: Element | null | undefined, selector: string): Element | undefined {
  // A server knows nothing of what is around an element, but for what the element says itself.
  if (isServer) return start?.hasAttribute(/\w+/.exec(selector)![0]) ? start : undefined;
  return start ? (start.closest(selector) ?? closestThroughShadows(hostOf(start), selector)) : undefined;
}
