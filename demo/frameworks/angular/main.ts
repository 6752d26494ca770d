import '@angular/compiler';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import type { EventDetails } from 'stemcell-guide';
import 'stemcell-guide/define';

const ownGuide = { stages: [{ id: 'consultation', title: 'Meet our team' }] };

@Component({
  selector: 'clinic-page',
  // Angular knows no elements but its own; this lets ours through.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="pathway.set('donor')">Donor cells</button>
    <button (click)="guide.set(ownGuide)">Our own words</button>
    <button (click)="isShown.set(!isShown())">Show or hide the questions</button>
    <button (click)="questions.set(['Where do I eat?'].concat(questions()))">Add a question</button>
    <p>Stage: {{ stage() }}</p>
    <stemcell-stepper
      [attr.pathway]="pathway()"
      [guide]="guide()"
      heading-level="3"
      (stemcell-stage-change)="onStage($event)"
    ></stemcell-stepper>
    @if (isShown()) {
      <stemcell-faq hide-search>
        @for (question of questions(); track question) {
          <details>
            <summary>{{ question }}</summary>
            <p>Ask at the desk.</p>
          </details>
        }
      </stemcell-faq>
    }
  `,
})
export class Page {
  readonly ownGuide = ownGuide;
  readonly pathway = signal<'fat' | 'donor'>('fat');
  readonly guide = signal<object | undefined>(undefined);
  readonly stage = signal('none');
  readonly isShown = signal(true);
  readonly questions = signal(['Where do I park?']);

  onStage({ detail }: CustomEvent<EventDetails['stemcell-stage-change']>): void {
    this.stage.set(detail.stage);
  }
}

document.getElementById('app')!.append(document.createElement('clinic-page'));
const app = bootstrapApplication(Page);
document.getElementById('unmount')?.addEventListener('click', () => void app.then((ref) => ref.destroy()));
