/** A decision decides unless it says less: what rests on one does not rest on a proposal. */
import { describe, expect, it } from 'vitest';
import { adoptees, decisionsPrises, jourConnu, titreReunion } from '../../../src/analysis/comite.js';
import { regleConformite } from '../../../src/analysis/conformite/regles.js';
import { resumeReponses } from '../../../src/analysis/conformite/reponses.js';
import { resolutionsDe } from '../../../src/analysis/copil/resolutions.js';
import { etudeAu } from '../../../src/analysis/dates.js';
import { etatDe } from '../../../src/analysis/etat/etat.js';
import { etatLivrable } from '../../../src/analysis/etat/livrable.js';
import { scenarioPropose, scenarioRetenu } from '../../../src/analysis/scenarios/retenu.js';
import { validees } from '../../../src/build/changements/validations.js';
import type { Study } from '../../../src/study/study.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { etude } from '../small-study.js';

type Reunion = Study['reunions'][number];
type Decision = NonNullable<Reunion['decisions']>[number];

const reunion = (decision: Partial<Decision>, over: Partial<Reunion> = {}): Reunion => ({
  id: 'r',
  type: 'copil',
  phase: 'Phase',
  date: '2018-02-01',
  etat: 'tenue',
  ordre_du_jour: [{ point: 'Point' }],
  decisions: [{ objet: 'Objet', texte: 'Texte.', statut: 'valide', ...decision }],
  ...over,
});
const avec = (...reunions: Reunion[]): Study => ({ ...etude(), reunions });
const PORTEES = [undefined, 'decide', 'propose', 'prend-acte'] as const;

describe('the name of a meeting', () => {
  it('is its title; without one, its kind and its phase, for a phase alone is no meeting', () => {
    expect(titreReunion({ titre: 'Forum', type: 'copil', phase: 'Lot 1' })).toBe('Forum');
    expect(titreReunion({ type: 'cadrage', phase: 'Lot 1' })).toBe('Cadrage, lot 1');
  });
});

describe('the reach of a decision', () => {
  it('counts where it decides, which it does by default, at a meeting that may, once held and adopted', () => {
    const prises = (decision: Partial<Decision>, over?: Partial<Reunion>) =>
      decisionsPrises(avec(reunion(decision, over))).length;
    expect(PORTEES.map((portee) => prises(portee ? { portee } : {}))).toEqual([1, 1, 0, 0]);
    expect(prises({ statut: 'ajourne' })).toBe(0);
    expect(prises({}, { type: 'deliberation' })).toBe(1);
    expect(prises({}, { type: 'comite-technique' })).toBe(0);
    expect(prises({}, { etat: 'prevue' })).toBe(0);
    expect(decisionsPrises(avec(reunion({})), '2018-01')).toEqual([]);
    expect(adoptees(avec(reunion({ portee: 'propose' })), 'propose')[0]?.rang).toBe(1);
  });

  it('validates a deliverable, and is remembered, only when it decides', () => {
    for (const portee of PORTEES) {
      const study = avec(reunion({ livrable: 'diagnostic', ...(portee ? { portee } : {}) }));
      const decides = portee === undefined || portee === 'decide';
      expect(etatLivrable(study, 'diagnostic', '2018-03-01').code).toBe(decides ? 'valide' : 'remis');
      expect(validees({ ...study, etude: { ...study.etude, date: '2018-03-01' } })).toHaveLength(decides ? 1 : 0);
    }
  });

  it('retains a scenario only when it decides, whatever was proposed since', () => {
    const study = etudeAvecScenarios([scenario('un'), scenario('autre')]);
    const proposed = { ...study, reunions: [reunion({ scenario: 'autre', portee: 'propose' })] };
    expect(scenarioRetenu(proposed, '2018-03-01')).toBeNull();
    expect(scenarioPropose(proposed, '2018-03-01')?.scenario.id).toBe('autre');
    expect(
      scenarioRetenu({ ...study, reunions: [reunion({ scenario: 'autre' }, { type: 'cadrage' })] }, '2018-03-01'),
    ).toBeNull();
  });

  it('launches a phase only when it decides; a proposal answers in part, or waits for the meeting planned', () => {
    const verdict = (...reunions: Reunion[]) => {
      const { etude: vue } = etudeAu(avec(...reunions), '2018-03-01');
      const exigence = { id: 'e', ref: 'II', texte: 'Lancer', phase: 'Lot C', livrable: 'copil' };
      return regleConformite('decision-lancement')(vue, {} as never, exigence);
    };
    const lance = 'Lot C';
    const suite = reunion(
      {},
      {
        id: 's',
        titre: 'Assemblée',
        date: '2018-07-03',
        decisions: [],
        fixee_le: '2018-02-20',
        ordre_du_jour: [{ point: 'Lot C', lance }],
      },
    );
    expect(verdict(reunion({ lance })).etat).toBe('complete');
    expect(verdict(reunion({ lance, portee: 'propose' }))).toMatchObject({
      etat: 'partielle',
      motif: expect.stringMatching(/^Proposition du 1er\sfévrier\s2018 : « Texte » ; aucune décision n’est écrite\.$/u),
    });
    expect(verdict(reunion({ lance, portee: 'propose' }), suite)).toMatchObject({
      etat: 'prevue',
      motif: expect.stringMatching(/Réunion « Assemblée », prévue le 3\sjuillet\s2018\.$/u),
    });
    expect(verdict({ ...suite, fixee_le: '2018-05' }).motif).toBe('Réunion « Assemblée », prévue à une date à fixer.');
    expect(verdict().etat).toBe('manquante');
  });

  it('words the drafts that are put to the vote, by the body that meets', () => {
    const texte = (portee: Decision['portee'], over: Partial<Reunion> = {}) =>
      resolutionsDe(
        etude(),
        reunion(
          {},
          {
            ordre_du_jour: [
              { point: 'Lot C', lance: 'Lot C', decision_attendue: 'Dire.', ...(portee ? { portee } : {}) },
            ],
            ...over,
          },
        ),
        null,
      )[0]?.projets[0]?.texte;
    expect(texte(undefined, { organe: 'le conseil' })).toBe('Le conseil décide de lancer « Lot C ».');
    expect(texte('propose')).toBe('Le comité de pilotage propose de lancer « Lot C ».');
    expect(texte('prend-acte')).toBe('Le comité de pilotage prend acte de ce qui lui est présenté : « Lot C ».');
  });
});

describe('a meeting to come', () => {
  it('has a day once it is fixed, or its documents sent, or when the study itself is of that date', () => {
    const day = (over: Partial<Reunion>, au: string) => jourConnu(reunion({}, over), au, '2018-01-20');
    expect(day({ fixee_le: '2018-01-10' }, '2018-01-09')).toBe(false);
    expect(day({ fixee_le: '2018-01-10' }, '2018-01-10')).toBe(true);
    expect(day({ envoi_documents: '2018-01-25' }, '2018-01-25')).toBe(true);
    expect(day({ etat: 'prevue' }, '2018-01-20')).toBe(true);
    expect(day({ etat: 'prevue' }, '2018-01-19')).toBe(false);
    expect(day({}, '2018-02-01')).toBe(true);
  });

  it('is told without its day by a pack that is older', () => {
    const study = avec(reunion({}, { date: '2018-12-01', fixee_le: '2018-06' }));
    const told = (au: string) => etatDe(study, au).reunions[0];
    expect(told('2018-01-31')).toMatchObject({ etat: 'prevue', jourConnu: false });
    expect(told('2018-07-01')).toMatchObject({ etat: 'prevue', jourConnu: true });
  });
});

describe('the answers to the contract', () => {
  it('are counted in the words of their rows', () => {
    expect(resumeReponses([{ etat: 'exemple' }, { etat: 'prevue' }, { etat: 'exemple' }])).toBe(
      '2 complètes sur données d’exemple, 1 prévue',
    );
    expect(resumeReponses([])).toBe('aucune exigence n’est saisie');
  });
});
