import { describe, expect, it } from 'vitest';
import { represente } from '../../../src/analysis/comite.js';
import { etudeAu } from '../../../src/analysis/dates.js';
import { etatDe, sansAnticiper } from '../../../src/analysis/etat/etat.js';
import {
  etatLivrable,
  modificationsDemandees,
  renvoye,
  reservesAnterieures,
} from '../../../src/analysis/etat/livrable.js';
import { deliverableState } from '../../../src/documents/state.js';
import type { Study } from '../../../src/study/study.js';
import { etude } from '../small-study.js';

type Reunion = Study['reunions'][number];
const reunion = (date: string, type: Reunion['type'], rest: Partial<Reunion> = {}): Reunion => ({
  id: `r-${date}`,
  type,
  phase: 'Phase 1',
  date,
  etat: 'tenue',
  ordre_du_jour: [{ point: 'Un point' }],
  decisions: [
    {
      objet: 'Diagnostic',
      texte: 'Il est validé.',
      livrable: 'diagnostic',
      statut: 'valide',
      reserves: ['Entendre les écoles'],
    },
  ],
  ...rest,
});
const study = (...reunions: Reunion[]): Study => {
  const base = etude({ reunions });
  return {
    ...base,
    etude: {
      ...base.etude,
      date: '2018-12-01',
      livrables: [{ id: 'diagnostic', titre: 'Diagnostic', date: '2018-02-15' }],
    },
  };
};

describe('what a meeting asked to be changed', () => {
  it('goes with the last that was written of it at the date, or with nothing', () => {
    const asked = {
      objet: 'Diagnostic',
      texte: 'Compléter les coûts.',
      livrable: 'diagnostic',
      statut: 'a-modifier' as const,
      suites: [{ etat: 'levee' as const, texte: 'Les coûts sont écrits.', date: '2018-03-10' }],
    };
    const one = study(reunion('2018-02-22', 'copil', { decisions: [asked] }));
    expect(modificationsDemandees(one, 'diagnostic', '2018-03-01')).toMatchObject([
      { texte: 'Compléter les coûts.', suite: null },
    ]);
    expect(modificationsDemandees(one, 'diagnostic', '2018-03-10')).toMatchObject([
      { etat: 'levee', suite: 'Les coûts sont écrits.', date: '2018-03-10' },
    ]);
    expect(modificationsDemandees(one, 'scenarios', '2018-03-10')).toEqual([]);
    // Nothing is written of the whole, and its one reserve is lifted: that is told, without taking the change for made.
    const lifted = study({
      ...reunion('2018-02-22', 'copil'),
      decisions: [
        {
          objet: 'Diagnostic',
          texte: 'Il est refusé.',
          livrable: 'diagnostic',
          statut: 'a-modifier',
          reserves: ['Entendre les écoles'],
          suites: [{ reserve: 1, etat: 'levee', texte: 'Deux écoles sont entendues.', date: '2018-03-10' }],
        },
      ],
    });
    expect(['2018-03-01', '2018-03-10'].map((au) => modificationsDemandees(lifted, 'diagnostic', au)[0])).toMatchObject(
      [
        { etat: null, suite: null, date: null },
        { etat: null, suite: 'la réserve qui l’accompagne est levée', date: '2018-03-10' },
      ],
    );
    // Sent back until the change is made, or until it is handed over again; a reader of the state is told the day.
    expect(['2018-02-21', '2018-02-22', '2018-03-10'].map((au) => renvoye(one, 'diagnostic', au))).toEqual([
      null,
      '2018-02-22',
      null,
    ]);
    const livrables = [{ id: 'diagnostic', titre: 'Diagnostic', date: '2018-03-01' }];
    const again = { ...one, etude: { ...one.etude, livrables } };
    expect(renvoye(again, 'diagnostic', '2018-03-05')).toBeNull();
    expect(etatDe(one, '2018-03-01').livrables[0]).toMatchObject({ etat: 'remis', renvoye: '2018-02-22' });
    // The cover of what is built after that meeting says it, until the change is made.
    const couverture = (date: string): string | undefined => {
      const dated = { ...one, etude: { ...one.etude, date } };
      return deliverableState(dated, 'diagnostic', etatLivrable(dated, 'diagnostic')).label.replace(/\s/g, ' ');
    };
    expect(['2018-02-21', '2018-02-22', '2018-03-10'].map(couverture)).toEqual([
      'Projet, non encore validé par le comité de pilotage',
      'Projet, que le comité de pilotage a renvoyé le 22 février 2018 pour être modifié',
      'Projet, non encore validé par le comité de pilotage',
    ]);
    // As the cover of what a meeting validated does, it says that the meeting is an example.
    const example = { ...one, reunions: one.reunions.map((r) => ({ ...r, fiabilite: 'illustratif' as const })) };
    const dated = { ...example, etude: { ...one.etude, date: '2018-02-22' } };
    expect(deliverableState(dated, 'diagnostic', etatLivrable(dated, 'diagnostic')).label.replace(/\s/g, ' ')).toBe(
      'Projet, que le comité de pilotage a renvoyé le 22 février 2018 pour être modifié (réunion illustrative)',
    );
  });
});

describe('state of a deliverable', () => {
  it('says which body validated it, as the meeting names it', () => {
    const council = reunion('2018-02-22', 'deliberation', { organe: 'le conseil syndical' });
    const state = (one: Study) =>
      deliverableState(one, 'diagnostic', etatLivrable(one, 'diagnostic'))?.label.replace(/\s/g, ' ');
    expect(state(study(council))).toBe('Validé le 22 février 2018 par le conseil syndical');
    expect(state(study(reunion('2018-02-22', 'copil')))).toBe('Validé le 22 février 2018 par le comité de pilotage');
  });

  it('dated to the month is handed over on the day when it is sent to its meeting, and knows nothing of that meeting', () => {
    const sent = reunion('2018-02-22', 'copil', { livrables: ['diagnostic'], envoi_documents: '2018-02-15' });
    const one = study(sent);
    one.etude.livrables = [{ id: 'diagnostic', titre: 'Diagnostic', date: '2018-02' }];
    const remis = etatLivrable(one, 'diagnostic', '2018-02-16');
    expect(remis).toEqual({ code: 'remis', date: '2018-02-15' });
    expect(etudeAu(one, remis.date).etude.reunions).toEqual([]);
    expect(etatLivrable(one, 'diagnostic')).toMatchObject({ code: 'valide', date: '2018-02-22', remise: '2018-02-15' });
    // A day of another month is not that of the document.
    one.etude.livrables = [{ id: 'diagnostic', titre: 'Diagnostic', date: '2018-01' }];
    expect(etatLivrable(one, 'diagnostic', '2018-02-16')).toEqual({ code: 'remis', date: '2018-01' });
  });

  it('is to come before its date, handed over after', () => {
    expect(etatLivrable(study(), 'diagnostic', '2018-01-31')).toEqual({ code: 'a-venir', date: '2018-02-15' });
    expect(etatLivrable(study(), 'diagnostic', '2018-02-15')).toEqual({ code: 'remis', date: '2018-02-15' });
  });

  it('is validated by a meeting of the committee, from its day on, and dated by it', () => {
    const one = study(reunion('2018-02-22', 'copil'));
    expect(etatLivrable(one, 'diagnostic', '2018-02-21').code).toBe('remis');
    expect(etatLivrable(one, 'diagnostic', '2018-02-22')).toMatchObject({
      code: 'valide',
      date: '2018-02-22',
      remise: '2018-02-15',
      validation: { texte: 'Il est validé.' },
    });
    expect(etatLivrable(one, 'scenarios').code).toBe('remis');
  });

  it.each(['cadrage', 'comite-technique'] as const)(
    'is not validated by a meeting of type %s, nor by one that is only planned',
    (type) => {
      expect(etatLivrable(study(reunion('2018-02-22', type)), 'diagnostic').code).toBe('remis');
      expect(etatLivrable(study(reunion('2018-02-22', 'copil', { etat: 'prevue' })), 'diagnostic').code).toBe('remis');
    },
  );

  it('tells what became of a reserve, but nothing later than the edition', () => {
    const held = reunion('2018-02-22', 'copil');
    const [decision] = held.decisions ?? [];
    const followed = study({
      ...held,
      decisions: decision
        ? [{ ...decision, suites: [{ reserve: 1, etat: 'levee', texte: 'Dix entretiens.', date: '2018-04-02' }] }]
        : [],
    });
    const state = etatLivrable(followed, 'diagnostic');
    expect(state.code === 'valide' && state.validation.reserves).toEqual([
      { reserve: 'Entendre les écoles', etat: null, texte: null, date: null },
    ]);
    expect(reservesAnterieures(followed, '2018-04-19', '2018-04-19')).toMatchObject([
      { etat: 'levee', texte: 'Dix entretiens.', le: '2018-02-22' },
    ]);
    expect(reservesAnterieures(followed, '2018-02-22', '2018-04-19')).toEqual([]);
  });

  it('takes the state of an answered reserve from its task, and dates it by the last news', () => {
    const answer = (tache: object, etat?: 'ecartee') => {
      const one = study(reunion('2018-02-22', 'copil'));
      const suivie: Study = {
        ...one,
        mode_operatoire: {
          scenario: 'a',
          parcours: [],
          reserves: [
            {
              reunion: 'r-2018-02-22',
              reserve: 'Entendre les écoles',
              suite: 'Deux ateliers.',
              tache: 't',
              ...(etat ? { etat } : {}),
            },
          ],
          taches: [{ id: 't', libelle: 'Ateliers', debut: '2018-03', fin: '2018-06', responsable: 'm', ...tache }],
        },
        etude: {
          ...one.etude,
          livrables: [...(one.etude.livrables ?? []), { id: 'mode-operatoire', titre: 'Mode', date: '2018-02-28' }],
        },
      };
      const [found] = reservesAnterieures(suivie, '2018-09-01', '2018-09-01');
      return [found?.etat, found?.date];
    };
    expect(answer({ debut: '2018-10', fin: '2018-12' })).toEqual(['a-engager', '2018-02-28']);
    // Past the day on which it was to begin, nothing says whether it did.
    expect(answer({})).toEqual([null, null]);
    expect(answer({ debut_reel: '2018-04' })).toEqual(['en-cours', '2018-04']);
    expect(answer({ avancement: 0.5 })).toEqual(['en-cours', '2018-03']);
    expect(answer({ avancement: 1 })).toEqual(['levee', '2018-06']);
    expect(answer({ debut_reel: '2018-04', fin_reelle: '2018-07-12' })).toEqual(['levee', '2018-07-12']);
    // What comes after the date asked is not known yet.
    expect(answer({ fin_reelle: '2018-10' })).toEqual([null, null]);
    expect(answer({ avancement: 1 }, 'ecartee')).toEqual(['ecartee', '2018-02-28']);
  });
});

describe('a pack before the end of the study', () => {
  it('tells no answer of a deliverable still to come, unless the meeting examines it', () => {
    const base = study();
    const full: Study = {
      ...base,
      etude: {
        ...base.etude,
        livrables: [...(base.etude.livrables ?? []), { id: 'scenarios', titre: 'Scénarios', date: '2018-04' }],
      },
      contrat: {
        exigences: [
          { ref: '1', texte: 'Choisir', livrable: 'scenarios', regle: 'clause-ecrite', mots: ['parc'] },
          { ref: '2', texte: 'Décrire', livrable: 'diagnostic' },
        ],
      } as never,
    };
    const etat = etatDe(full, '2018-03-01');
    const told = sansAnticiper(etat, new Set());
    expect(told.exigences.map(({ etat: answer, motif, aVenir }) => [answer, motif, aVenir])).toEqual([
      ['manquante', 'Aucune règle ne mesure cette exigence.', undefined],
      ['prevue', 'Livrable attendu en avril 2018.', true],
    ]);
    expect(told.livrables.map(({ id, completes, manquantes }) => [id, completes, manquantes])).toEqual([
      ['diagnostic', 0, 1],
      ['scenarios', 0, 1],
    ]);
    // Examined before its time, it answers by what it has, and lacks nothing yet: the rest is to come.
    const examined = sansAnticiper(etat, new Set(['scenarios']));
    expect(examined.exigences.map(({ etat: answer, motif, aVenir }) => [answer, motif, aVenir])).toEqual([
      ['manquante', 'Aucune règle ne mesure cette exigence.', undefined],
      ['prevue', 'Rien n’en est écrit. Livrable attendu en avril 2018.', undefined],
    ]);
    expect(examined.livrables).toEqual(etat.livrables);
  });

  it('counts a body that sat on the committee among those that named who represents them', () => {
    const presents = [{ organisme: 'Mairie', acteur: 'm' }];
    const membre = (acteur?: string, designes?: boolean) => ({
      organisme: 'O',
      ...(acteur ? { acteur } : {}),
      ...(designes ? { designes } : {}),
    });
    const held = study(
      reunion('2018-02-22', 'copil', { presents }),
      reunion('2018-03-01', 'cadrage', { presents: [{ organisme: 'P', acteur: 'p' }] }),
    );
    expect([membre('m'), membre('p'), membre(), membre('z', true)].map((one) => represente(held, one))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
