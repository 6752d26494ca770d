/**
 * The blocks in WordPress' editor. It runs as it is written: what it needs, WordPress has.
 */
{
  const { wp, stemcellGuide: site } = window;
  const { createElement: element, Fragment, useEffect, useRef } = wp.element;
  const { __ } = wp.i18n;
  const { registerBlockType, serialize } = wp.blocks;
  const { InnerBlocks, InspectorControls, PanelColorSettings, RichText, useBlockProps, useInnerBlocksProps } =
    wp.blockEditor;
  const { ExternalLink, PanelBody, SelectControl, TextareaControl, TextControl, ToggleControl } =
    wp.components;
  const { useSelect } = wp.data;

  /** Fields look the same in every version of WordPress; older ones know nothing of it. */
  const modern = { __nextHasNoMarginBottom: true, __next40pxDefaultSize: true };

  const attributeOf = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

  const isColour = (value) => /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(value);

  /** The attributes of the element that shows a block: what the site says, and over it what the block says. */
  function attributesOf(settings) {
    const own = Object.entries(settings).filter(
      ([, value]) => value !== undefined && value !== '' && value !== false,
    );
    const all = {
      ...site.settings,
      ...Object.fromEntries(own.map(([name, value]) => [attributeOf(name), value])),
    };
    const { accent, ...attributes } = all;
    return {
      ...attributes,
      ...(isColour(accent) && { style: `--stemcell-accent:${accent}` }),
      // Whoever writes a page is no visitor: nothing of it is kept, and nothing goes into the page's head.
      storage: 'none',
      'structured-data': undefined,
    };
  }

  /** The page that is written may be in a frame, which has no script of ours until one is put there. */
  function bringScript(page) {
    if (page.defaultView.customElements.get('stemcell-guide') || page.getElementById('stemcell-guide-js'))
      return;
    const script = page.createElement('script');
    script.src = site.script;
    script.id = 'stemcell-guide-js';
    page.head.append(script);
  }

  function makeWidget(page, name, own) {
    const widget = page.createElement(`stemcell-${name}`);
    // What another author has written is shown, and does nothing.
    widget.innerHTML = wp.dom.safeHTML(own);
    if (site.json) {
      const json = page.createElement('script');
      json.type = 'application/json';
      json.textContent = site.json;
      widget.prepend(json);
    }
    return widget;
  }

  /** The widget as visitors see it. A click on it is a click on the block. */
  function Preview({ name, settings, own = '' }) {
    const place = useRef();
    const shown = useRef();
    const attributes = attributesOf(settings);
    useEffect(() => {
      const page = place.current.ownerDocument;
      bringScript(page);
      if (shown.current?.own !== own) {
        shown.current = { own, widget: makeWidget(page, name, own) };
        place.current.replaceChildren(shown.current.widget);
      }
      const { widget } = shown.current;
      for (const old of widget.getAttributeNames())
        if (attributes[old] === undefined) widget.removeAttribute(old);
      for (const [attribute, value] of Object.entries(attributes))
        if (value !== undefined) widget.setAttribute(attribute, value === true ? '' : value);
    }, [own, JSON.stringify(attributes)]);
    return element('div', {
      ref: place,
      inert: '',
      lang: site.language,
      className: 'stemcell-guide-preview',
    });
  }

  /** Drawings of lines: an icon made of a letter of a font would be spoken with the name. */
  const drawing = (path) =>
    element(
      'svg',
      { viewBox: '0 0 24 24', style: { fill: 'none' }, 'aria-hidden': true },
      element('path', { d: path, stroke: 'currentColor', strokeWidth: 1.5 }),
    );
  const icons = {
    guide: drawing('M12 6.5C10 5 7 4.5 4 4.5v13c3 0 6 .5 8 2 2-1.5 5-2 8-2v-13c-3 0-6 .5-8 2zm0 0v13'),
    stepper: drawing('M4.5 6h1v1h-1zm0 5.5h1v1h-1zm0 5.5h1v1h-1zM9 6.5h11M9 12h11M9 17.5h11'),
    faq: drawing('M4 4.5h16v12h-9l-4 4v-4H4zM10 8.5q2-2 3.5 0t-1.5 3m0 1.5v1'),
    checklist: drawing('m4 6 1.5 1.5L8 5M4 11.5 5.5 13 8 10.5M4 17l1.5 1.5L8 16m3-9.5h9M11 12h9m-9 5.5h9'),
    question: drawing('M4 4.5h16v12h-9l-4 4v-4H4zM8 9h8m-8 3h5'),
  };

  const choice = (value, label) => ({ value, label });

  const regions = () => [
    choice('us', __('United States', 'stemcell-guide')),
    choice('eu', __('European Union', 'stemcell-guide')),
    choice('ca', __('Canada', 'stemcell-guide')),
    choice('au', __('Australia', 'stemcell-guide')),
    choice('gb', __('United Kingdom', 'stemcell-guide')),
  ];

  /** The name of a choice, for saying what holds where a block says nothing. */
  const ofSite = (choices, name, otherwise) => {
    const set = choices.find(({ value }) => value === site.settings[name]);
    return choice('', set ? `${__('As on the settings page:', 'stemcell-guide')} ${set.label}` : otherwise);
  };

  /** The fields of a block: each knows what it sets. */
  function fieldsOf({ attributes, setAttributes }) {
    const bound = (name, label, help) => ({
      ...modern,
      key: name,
      label,
      help,
      value: attributes[name] ?? '',
      onChange: (value) => setAttributes({ [name]: value === '' ? undefined : value }),
    });
    return {
      choose: (name, label, options, help) =>
        element(SelectControl, { ...bound(name, label, help), options }),
      write: (name, label, type = 'text', help) =>
        element(TextControl, {
          ...bound(name, label, help),
          type,
          placeholder: site.settings[attributeOf(name)],
        }),
      writeLong: (name, label, help) =>
        element(TextareaControl, {
          ...bound(name, label, help),
          placeholder: site.settings[attributeOf(name)],
        }),
      turn: (name, label, help) =>
        element(ToggleControl, {
          ...modern,
          key: name,
          label,
          help,
          checked: Boolean(attributes[name]),
          onChange: (value) => setAttributes({ [name]: value || undefined }),
        }),
    };
  }

  /** What only one of the widgets can be told. */
  const ownFields = {
    guide: () => [],
    stepper: ({ choose }) => [
      choose('orientation', __('Layout of the stages', 'stemcell-guide'), [
        choice('', __('By the room that there is', 'stemcell-guide')),
        choice('horizontal', __('In a row', 'stemcell-guide')),
        choice('vertical', __('In a column', 'stemcell-guide')),
      ]),
    ],
    faq: ({ choose, turn }) => [
      choose('category', __('Topic', 'stemcell-guide'), [
        choice('', __('All topics', 'stemcell-guide')),
        ...site.categories,
      ]),
      turn('exclusive', __('Only one answer open at a time', 'stemcell-guide')),
      turn('hideSearch', __('Without the search', 'stemcell-guide')),
    ],
    checklist: () => [],
  };

  function Sidebar({ name, ...block }) {
    const { attributes, setAttributes } = block;
    const fields = fieldsOf(block);
    const { choose, write, writeLong, turn } = fields;
    const levels = [2, 3, 4, 5, 6].map((level) => choice(String(level), `H${level}`));
    return element(
      InspectorControls,
      {},
      element(
        PanelBody,
        { title: __('What is shown', 'stemcell-guide') },
        choose(
          'pathway',
          __('Where the cells come from', 'stemcell-guide'),
          [ofSite(site.pathways, 'pathway', __('The visitor chooses', 'stemcell-guide')), ...site.pathways],
          __('Choose one if your clinic offers only this.', 'stemcell-guide'),
        ),
        choose(
          'region',
          __('Region', 'stemcell-guide'),
          [ofSite(regions(), 'region', __('From the language of the site', 'stemcell-guide')), ...regions()],
          __('Whose regulator’s notice and whose emergency number are shown.', 'stemcell-guide'),
        ),
        ownFields[name](fields),
        element(SelectControl, {
          ...modern,
          label: __('Level of the heading', 'stemcell-guide'),
          help: __('The level that fits below the heading before it.', 'stemcell-guide'),
          value: String(attributes.headingLevel ?? 2),
          options: levels,
          onChange: (level) => setAttributes({ headingLevel: level === '2' ? undefined : Number(level) }),
        }),
      ),
      element(
        PanelBody,
        { title: __('Your clinic', 'stemcell-guide'), initialOpen: false },
        site.page &&
          element(
            'p',
            {},
            element(
              ExternalLink,
              { href: site.page },
              __('Set these once for the whole site', 'stemcell-guide'),
            ),
          ),
        write('clinicName', __('Name of the clinic', 'stemcell-guide')),
        write('clinicPhone', __('Telephone by day', 'stemcell-guide'), 'tel'),
        write('afterHoursPhone', __('Telephone at night and on weekends', 'stemcell-guide'), 'tel'),
        write('emergencyNumber', __('Number of the ambulance', 'stemcell-guide'), 'tel'),
        write('clinicEmail', __('Email', 'stemcell-guide'), 'email'),
        write('clinicUrl', __('Page for questions', 'stemcell-guide'), 'url'),
        writeLong(
          'notice',
          __('Notice that the law asks for', 'stemcell-guide'),
          __('Shown first of all, word for word, and printed.', 'stemcell-guide'),
        ),
      ),
      element(PanelColorSettings, {
        title: __('Colour', 'stemcell-guide'),
        initialOpen: false,
        colorSettings: [
          {
            label: __('Colour of your clinic', 'stemcell-guide'),
            value: attributes.accent,
            onChange: (accent) => setAttributes({ accent }),
          },
        ],
      }),
      element(
        PanelBody,
        { title: __('Ticks and data', 'stemcell-guide'), initialOpen: false },
        choose(
          'storage',
          __('Where choices and ticks are kept', 'stemcell-guide'),
          [
            choice('', __('On the visitor’s device', 'stemcell-guide')),
            choice('session', __('Until the page is closed', 'stemcell-guide')),
            choice('none', __('Nowhere', 'stemcell-guide')),
          ],
          __('They are never sent to anyone.', 'stemcell-guide'),
        ),
        turn(
          'structuredData',
          __('Data for search engines', 'stemcell-guide'),
          __(
            'Puts what is shown into the head of the page. No gain in search is promised.',
            'stemcell-guide',
          ),
        ),
      ),
    );
  }

  const questionName = 'stemcell-guide/question';

  /** The questions of the page's own, above the widget while somebody works on them. */
  function OwnQuestions({ isShown }) {
    const inner = useInnerBlocksProps(
      { className: 'stemcell-guide-questions' },
      {
        // WordPress has a block for this itself since 6.3.
        allowedBlocks: [questionName, 'core/details'],
        defaultBlock: { name: questionName },
        directInsert: true,
        renderAppender: InnerBlocks.ButtonBlockAppender,
      },
    );
    return element(
      'div',
      { className: 'stemcell-guide-own', hidden: !isShown },
      element('p', { className: 'stemcell-guide-own-title' }, __('Your own questions', 'stemcell-guide')),
      element(
        'p',
        {},
        __(
          'They take the place of the guide’s questions. Risks, approval and what is known stay, unless you answer them yourself under the anchors risks, approved and does-it-work.',
          'stemcell-guide',
        ),
      ),
      element('div', inner),
    );
  }

  function editFaq({ clientId, ...block }) {
    const { blocks, isSelected } = useSelect(
      (select) => {
        const editor = select('core/block-editor');
        return {
          blocks: editor.getBlocks(clientId),
          isSelected: editor.isBlockSelected(clientId) || editor.hasSelectedInnerBlock(clientId, true),
        };
      },
      [clientId],
    );
    // One that is begun and has no words yet is nothing to show.
    const written = blocks.filter(({ name, attributes }) => name !== questionName || attributes.question);
    // Comments are how WordPress tells blocks apart; visitors do not get them.
    const own = serialize(written).replace(/<!--[^]*?-->/g, '');
    return element(
      'div',
      useBlockProps(),
      element(Sidebar, { ...block, name: 'faq' }),
      element(OwnQuestions, { isShown: isSelected }),
      element(Preview, { name: 'faq', settings: settingsIn(block), own }),
    );
  }

  /** What WordPress adds to the attributes of every block. */
  const ofWordPress = ['align', 'className', 'lock', 'metadata', 'style'];

  const settingsIn = ({ attributes }) =>
    Object.fromEntries(Object.entries(attributes).filter(([name]) => !ofWordPress.includes(name)));

  const editOf = (name) =>
    function edit(block) {
      return element(
        'div',
        useBlockProps(),
        element(Sidebar, { ...block, name }),
        element(Preview, { name, settings: settingsIn(block) }),
      );
    };

  // The server renders them, so there is nothing to keep but their settings.
  for (const name of ['guide', 'stepper', 'checklist'])
    registerBlockType(`stemcell-guide/${name}`, { icon: icons[name], edit: editOf(name), save: () => null });

  registerBlockType('stemcell-guide/faq', {
    icon: icons.faq,
    edit: editFaq,
    save: () => element(InnerBlocks.Content),
  });

  function editQuestion(block) {
    const { attributes, setAttributes } = block;
    const { choose, turn } = fieldsOf(block);
    const answer = useInnerBlocksProps(
      { className: 'stemcell-guide-answer' },
      { template: [['core/paragraph', { placeholder: __('The answer', 'stemcell-guide') }]] },
    );
    return element(
      Fragment,
      {},
      element(
        InspectorControls,
        {},
        element(
          PanelBody,
          { title: __('Question', 'stemcell-guide') },
          choose('category', __('Topic', 'stemcell-guide'), [
            choice('', __('None', 'stemcell-guide')),
            ...site.categories,
          ]),
          turn('open', __('Open from the start', 'stemcell-guide')),
        ),
      ),
      element(
        'div',
        useBlockProps(),
        element(RichText, {
          tagName: 'p',
          className: 'stemcell-guide-question',
          // A button on the page says it: words alone.
          allowedFormats: [],
          value: attributes.question,
          placeholder: __('The question', 'stemcell-guide'),
          'aria-label': __('The question', 'stemcell-guide'),
          onChange: (question) => setAttributes({ question }),
        }),
        element('div', answer),
      ),
    );
  }

  registerBlockType(questionName, {
    icon: icons.question,
    edit: editQuestion,
    save: ({ attributes: { question, category, open } }) =>
      element(
        'details',
        useBlockProps.save({ 'data-category': category || undefined, open }),
        element(RichText.Content, { tagName: 'summary', value: question }),
        element(InnerBlocks.Content),
      ),
  });
}
