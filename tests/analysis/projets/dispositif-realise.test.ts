/** The dispositif as it ran against what the scenario foresaw: money, days, conditions, and what a reader is told of them. */
import { describe, expect, it } from 'vitest';
import { analyserBilan } from '../../../src/analysis/projets/bilan.js';
import { analyserDispositif } from '../../../src/analysis/projets/dispositif.js';
import { chiffrer, recettesParAn } from '../../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import type { Study } from '../../../src/study/study.js';
import type { ModeOperatoire } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

const FCTVA = { id: 'r', theme: 'financement', titre: 'FCTVA', regle: 'Taux', valeur: 16, unite: '% du TTC' } as const;

function etudeSuivie(mode: Partial<ModeOperatoire>): Study {
  const study = etudeAvecScenarios([scenario('a', { fctva_applicable: true })]);
  return {
    ...study,
    references: [FCTVA],
    criteres: study.criteres && {
      ...study.criteres,
      hypotheses: { ...study.criteres.hypotheses, fctva: { reference: 'r', acteur: 'region', delai_mois: 24 } },
    },
    mode_operatoire: { scenario: 'a', parcours: [], ...mode },
  };
}

const constats = (mode: Partial<ModeOperatoire>): Record<string, string> =>
  Object.fromEntries(analyserBilan(etudeSuivie(mode)).constats.map(({ code, texte }) => [code, texte]));

describe('the dispositif', () => {
  it('expects the receipts that its year enters: the VAT given back when it is paid, in the year or later', () => {
    const told = (delai_mois: number) => {
      const study = etudeSuivie({});
      const [one] = study.scenarios;
      const { criteres } = study;
      if (!one || !criteres) throw new Error('a scenario expected');
      const fctva = { reference: 'r', acteur: 'region', delai_mois };
      const dated = { ...study, criteres: { ...criteres, hypotheses: { ...criteres.hypotheses, fctva } } };
      const [expected = 0] = recettesParAn(chiffrer(dated, one, hypothesesDe(dated)));
      const rows = analyserDispositif(dated)?.recettes ?? [];
      expect(rows.reduce((sum, { prevu }) => sum + prevu, 0)).toBeCloseTo(expected, 9);
      return rows.map(({ libelle }) => libelle);
    };
    expect(told(24)).not.toContain('FCTVA');
    expect(told(24)).toHaveLength(2);
  });

  it('tells the days of the bearer apart from those of the partners, each with its figures', () => {
    const found = constats({
      conventions: [{ partenaire: 'mare', objet: 'Conseil', duree_mois: 12, jours_an: 20 }],
      realise: {
        au: '2019-08-31',
        jours: [
          { acteur: 'cdc', jours: 95 },
          { acteur: 'mare', jours: 9 },
        ],
      },
    });
    expect(found['jours-porteur']).toMatch(
      /^Équipe du porteur \(.+\) : 95 jours faits pour \d+ prévus au plan de charge, soit .+ de plus\.$/,
    );
    expect(found['jours-partenaires']).toMatch(
      /^Jours des partenaires, face à leur convention ou au scénario : .+, 9 pour 20 prévus\.$/,
    );
  });

  it('tells the days of all the partners when they pass the load of the year, beside those that were agreed', () => {
    const found = constats({
      conventions: [{ partenaire: 'mare', objet: 'Conseil', duree_mois: 12, jours_an: 20 }],
      realise: { au: '2019-08-31', jours: [{ acteur: 'mare', jours: 190 }] },
    });
    expect(found['jours-partenaires-ensemble']).toMatch(
      /^Partenaires, ensemble : 190 jours faits pour 10 prévus au plan de charge ; leurs conventions et le scénario leur en donnaient 20\.$/,
    );
  });

  it('expects of a partner without a convention the days that the scenario gives', () => {
    const found = constats({ realise: { au: '2019-08-31', jours: [{ acteur: 'mare', jours: 9 }] } });
    expect(found['jours-partenaires']).toMatch(/, 9 pour 20 prévus\.$/);
  });

  it('names the expenses that pass the budget, with both amounts', () => {
    const found = constats({
      realise: {
        au: '2019-08-31',
        depenses: [
          { nature: 'humain', montant: 20000 },
          { nature: 'frais-indirects', montant: 3000 },
        ],
      },
    });
    expect(found['depenses-dispositif']?.replace(/[\u202f\u00a0]/g, ' ')).toBe(
      'Frais indirects : 3 000 € dépensés pour 2 000 € au budget, soit 50 % de plus.',
    );
  });

  it('names what customers paid under what was expected, by more than the threshold, and no aid that may come later', () => {
    const ventes = {
      id: 'ventes',
      libelle: 'Ventes',
      nature: 'recette' as const,
      origine: 'prive' as const,
      montant: 1000,
      statut: 'pressenti' as const,
    };
    const of = (montant: number | null, rest: object = { au: '2019-08-31' }): string | undefined => {
      const study = etudeSuivie({
        realise: {
          ...(rest as { au: string }),
          recettes: [
            { financement: 'aide', montant: 0 },
            ...(montant === null ? [] : [{ financement: 'ventes', montant }]),
          ],
        },
      });
      const scenarios = study.scenarios.map((one) => ({ ...one, financements: [...one.financements, ventes] }));
      const found = analyserBilan({ ...study, scenarios }).constats.find(({ code }) => code === 'recettes-usagers');
      return found?.texte.replace(/\s/g, ' ');
    };
    expect(of(750)).toBe('Ventes : 750 € reçus pour 1 000 € attendus, soit 25 % de moins.');
    expect([of(900), of(1500), of(null)]).toEqual([undefined, undefined, undefined]);
  });

  it('names the conditions met late or not met, and agrees with how many they are', () => {
    const condition = (libelle: string, rest: object) => ({ libelle, etat: 'remplie' as const, ...rest });
    const late = condition('Annuaire', { echeance: '2018-09-03', remplie_le: '2018-09-17' });
    const unmet = { libelle: 'Conventions', etat: 'en-cours' as const };
    const found = (techniques: ReturnType<typeof condition>[], juridiques: (typeof unmet)[]) =>
      constats({
        realise: { au: '2019-08-31' },
        conditions: { techniques, juridiques, financieres: [] },
      })['condition-tardive'];
    expect(found([late], [])).toBe('Une condition a été remplie après son échéance : « Annuaire » (10 jours ouvrés).');
    expect(found([late, late], [unmet])).toMatch(
      /^Deux conditions ont été remplies après leur échéance : .+\. Une condition n’est pas remplie : « Conventions »\.$/,
    );
    expect(found([], [])).toBeUndefined();
  });

  it('names the tasks that ended late, but for those whose conventions or conditions are told to be', () => {
    const tache = (id: string, fin_reelle: string) => ({
      ...{ id, libelle: `Tâche ${id}`, debut: '2016-08-01', responsable: 'cdc', fin: '2016-08-31', fin_reelle },
    });
    const convention = { partenaire: 'mare', objet: 'Conseil', duree_mois: 12, etat: 'signee' as const, tache: 'b' };
    const found = (...taches: ReturnType<typeof tache>[]) =>
      constats({
        taches,
        conventions: [{ ...convention, signature_prevue: '2016-08-31', signee_le: '2016-09-28' }],
      })['tache-tardive'];
    expect(found(tache('a', '2016-09-14'), tache('b', '2016-09-28'))).toBe(
      'Une tâche a fini après sa date prévue : « Tâche a » (10 jours ouvrés).',
    );
    expect(found(tache('a', '2016-09-14'), tache('c', '2016-09-01'))).toBe(
      'Deux tâches ont fini après leur date prévue : « Tâche a » (10 jours ouvrés) et « Tâche c » (1 jour ouvré).',
    );
    expect(found(tache('a', '2016-08-31'), tache('b', '2016-09-28'))).toBeUndefined();
  });

  it('counts the months of a convention from the day when it takes effect', () => {
    const until = (rest: object, au: string) =>
      analyserDispositif(
        etudeSuivie({
          conventions: [
            { partenaire: 'mare', objet: 'Conseil', duree_mois: 12, etat: 'signee', signee_le: '2018-08-29', ...rest },
          ],
        }),
        au,
      )?.echues.map(({ le }) => le);
    expect(until({}, '2019-08-30')).toEqual(['2019-08-29']);
    expect(until({ effet: '2018-10-01' }, '2019-08-30')).toEqual([]);
    expect(until({ effet: '2018-10-01' }, '2019-10-02')).toEqual(['2019-10-01']);
  });

  it('says what was left to the team once the projects are served, against what the rest of its work asks', () => {
    const study = etudeSuivie({
      realise: {
        au: '2019-08-31',
        demandes: [{ sort: 'Réponse', nombre: 40 }],
        jours: [{ acteur: 'cdc', jours: 95 }],
      },
    });
    const followed = {
      ...study,
      scenarios: study.scenarios.map((one) => ({
        ...one,
        modalites: [
          {
            id: 'accueil',
            modalite: 'accueil',
            description: 'Accueillir.',
            volume_annuel: 40,
            unite: 'demande',
            jours_par_unite: 2,
            part_partenaires: 0.25,
            demande_accompagnee: true,
          },
        ],
      })),
      projets: [
        {
          id: 'p',
          titre: 'P',
          porteur: { designation: 'X', statut: 'public' as const },
          domaines: [],
          publics: [],
          contexte: 'C.',
          objectifs: ['O'],
          accompagnement: { jours_realises: 67 },
        },
      ],
    };
    // 40 requests, 2 days each, three quarters of them for the team.
    expect(analyserDispositif(followed)?.resteEquipe).toEqual({ faits: 95, projets: 67, reste: 28, demandes: 60 });
    expect(analyserBilan(followed).constats.find(({ code }) => code === 'jours-restants')?.texte).toBe(
      'Des 95 jours de l’équipe du porteur, 67 sont allés aux projets ; il en reste 28 pour 40 demandes, qui en demandaient 60 d’après le scénario.',
    );
  });

  it('holds a convention as expired once its months have run since its signature', () => {
    const convention = { partenaire: 'mare', objet: 'Conseil', duree_mois: 12, etat: 'signee' as const };
    const at = (au: string) =>
      analyserDispositif(etudeSuivie({ conventions: [{ ...convention, signee_le: '2018-08-29' }] }), au)?.echues ?? [];
    expect(at('2019-08-29')).toHaveLength(0);
    expect(at('2019-12-12').map(({ le }) => le)).toEqual(['2019-08-29']);
  });
});
