import { html, nothing, type TemplateResult } from 'lit';
import { widgets, type Widget } from '../state.js';
import { choiceSetting, switchSetting, textSetting, type View } from './setting.js';

/** Which widget, and for which clinic. */

const names: Readonly<Record<Widget, readonly [string, string]>> = {
  guide: ['Guide', 'all three on one page'],
  stepper: ['Stages', 'the way, step by step'],
  faq: ['Questions', 'answers that open in place'],
  checklist: ['Checklist', 'what to do, by day'],
};

export function choicesView(view: View, languages: readonly string[]): TemplateResult {
  const { store } = view;
  const { widget } = store.state.settings;
  const nameOf = (language: string): string =>
    new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return html`<section id="choose" aria-labelledby="choose-title">
    <h2 id="choose-title">1. Choose</h2>
    <fieldset class="cards">
      <legend>Widget</legend>
      ${widgets.map(
        (each) =>
          html`<label
            ><input
              type="radio"
              name="widget"
              value=${each}
              .checked=${each === widget}
              @change=${() => store.set('widget', each)}
            /><strong>${names[each][0]}</strong> <span>${names[each][1]}</span></label
          >`,
      )}
    </fieldset>
    <div class="pairs">
      ${choiceSetting(view, 'pathway', 'Where the cells come from', [
        ['', 'the visitor chooses'],
        ['bone-marrow', 'bone marrow'],
        ['fat', 'fat'],
        ['donor', 'a donor'],
      ])}
      ${choiceSetting(view, 'region', 'Rules and emergency number', [
        ['', 'as the page’s language'],
        ['us', 'United States'],
        ['eu', 'European Union'],
        ['ca', 'Canada'],
        ['au', 'Australia'],
        ['gb', 'United Kingdom'],
      ])}
      ${choiceSetting(view, 'headingLevel', 'Level of its title', [
        ['', '2, as usual'],
        ...['3', '4', '5', '6'].map((level): [string, string] => [level, level]),
      ])}
      ${choiceSetting(view, 'language', 'Language', [
        ['', 'as the page’s'],
        ...languages.map((each): [string, string] => [each, nameOf(each)]),
      ])}
      ${choiceSetting(view, 'storage', 'Ticks and choices', [
        ['', 'stay on the device'],
        ['session', 'stay until the tab is closed'],
        ['none', 'are not kept'],
      ])}
      ${
        widget === 'stepper'
          ? choiceSetting(view, 'orientation', 'Stages stand', [
              ['', 'as there is room'],
              ['horizontal', 'side by side'],
              ['vertical', 'below each other'],
            ])
          : nothing
      }
      ${
        widget === 'faq'
          ? choiceSetting(view, 'category', 'Category', [
              ['', 'all of them'],
              ...store.derived.shown.categories.map(({ id, name }): [string, string] => [id, name]),
            ])
          : nothing
      }
      ${
        widget === 'checklist' || widget === 'guide'
          ? textSetting(view, 'procedureDate', {
              label: 'Day of the procedure, if the page knows it',
              type: 'date',
            })
          : nothing
      }
    </div>
    ${
      widget === 'faq'
        ? html`<div>
          ${switchSetting(view, 'exclusive', 'One answer open at most')}
          ${switchSetting(view, 'hideSearch', 'Without the search')}
          ${switchSetting(view, 'feedback', 'Ask whether an answer helped')}
        </div>`
        : nothing
    }
    ${switchSetting(view, 'structuredData', 'Put it into the page’s head for machines, too (schema.org)')}
  </section>`;
}

export function clinicView(view: View): TemplateResult {
  return html`<section id="clinic" aria-labelledby="clinic-title">
    <h2 id="clinic-title">2. Your clinic</h2>
    <div class="pairs">
      ${textSetting(view, 'clinicName', { label: 'Name, as patients know it' })}
      ${textSetting(view, 'clinicPhone', { label: 'Telephone by day', type: 'tel' })}
      ${textSetting(view, 'afterHoursPhone', { label: 'Telephone at night and on weekends', type: 'tel' })}
      ${textSetting(view, 'clinicEmail', { label: 'Mail', type: 'email' })}
      ${textSetting(view, 'clinicUrl', { label: 'Page for questions', type: 'url' })}
      ${textSetting(view, 'emergencyNumber', {
        label: 'Emergency number, if not the usual one',
        type: 'tel',
      })}
    </div>
    ${textSetting(view, 'notice', {
      label: 'A notice that the law asks of you',
      hint: 'Shown word for word, first of all.',
      type: 'textarea',
    })}
  </section>`;
}
