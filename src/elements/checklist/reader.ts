/** Reads texts aloud with the browser's own voice. */
export class Reader {
  readonly #onChange: (failed: boolean) => void;
  /** Chrome forgets an utterance that nobody holds, and with it that it ended. */
  #utterances: SpeechSynthesisUtterance[] = [];

  /** @param onChange - Called when reading ends, by itself or because the browser could not. */
  constructor(onChange: (failed: boolean) => void) {
    this.#onChange = onChange;
  }

  static get isPossible(): boolean {
    return 'speechSynthesis' in window;
  }

  get reading(): boolean {
    return this.#utterances.length > 0;
  }

  /** Reads one text after the other. A voice that works on somebody's server is not used. */
  read(texts: readonly string[], language: string): void {
    this.stop();
    const voices = speechSynthesis.getVoices();
    const base = language.split('-')[0]!;
    const voice = voices.find(({ localService, lang }) => localService && lang.split(/[-_]/)[0] === base);
    // An empty list is one that is not loaded yet, or that the browser does not tell.
    if (voices.length && !voice) {
      this.#onChange(true);
      return;
    }
    // A text each: some voices stop in the middle of a long one.
    this.#utterances = texts.map((text) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = language;
      if (voice) utterance.voice = voice;
      utterance.onerror = () => this.#end(utterance, true);
      return utterance;
    });
    const last = this.#utterances.at(-1);
    if (last) last.onend = () => this.#end(last, false);
    this.#utterances.forEach((utterance) => speechSynthesis.speak(utterance));
    window.addEventListener('pagehide', this.stop);
  }

  readonly stop = (): void => {
    window.removeEventListener('pagehide', this.stop);
    if (!this.reading) return;
    this.#utterances = [];
    speechSynthesis.cancel();
  };

  /** An utterance of a reading that was stopped says so, too: it is not heard any more. */
  #end(utterance: SpeechSynthesisUtterance, failed: boolean): void {
    if (!this.#utterances.includes(utterance)) return;
    this.stop();
    this.#onChange(failed);
  }
}
