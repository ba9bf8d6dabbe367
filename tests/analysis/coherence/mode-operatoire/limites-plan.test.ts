/** The plan, who decides and who was heard: each rule at its limits. */
import { describe, expect, it } from 'vitest';
import { lancementSansCompetence } from '../../../../src/analysis/coherence/regles/decisions/competences.js';
import { scenarioNonDecide } from '../../../../src/analysis/coherence/regles/decisions/portees.js';
import { citationsAuDela } from '../../../../src/analysis/coherence/regles/diagnostic/recueil.js';
import {
  cibleHorsCharge,
  grilleHorsCriteres,
} from '../../../../src/analysis/coherence/regles/mode-operatoire/experimentation.js';
import { engagementAvantDecision } from '../../../../src/analysis/coherence/regles/mode-operatoire/planning.js';
import {
  etapePlusLongue,
  recrutementHorsDelai,
  recrutementSansPoste,
} from '../../../../src/analysis/coherence/regles/mode-operatoire/preparation.js';
import { outilAuDelaDeSaModalite } from '../../../../src/analysis/coherence/regles/moyens/moyens.js';
import { besoin, etude, outil, rencontre } from '../../small-study.js';
import { avec, base, count, duMode, modalite, mode, poste, reunion, said, tache, tells, told } from '../told.js';

describe('the plan', () => {
  it('notes what it announces, whatever the case and the accents', () => {
    const grille = (libelle: string, criteres_choix: string[] | undefined = ['Utilité publique', 'Coût']) =>
      mode({
        experimentation: { debut: '2018', fin: '2019', criteres_choix, grille: [{ id: 'g', libelle, question: 'Q' }] },
      });
    expect(told(grilleHorsCriteres, grille('Beauté'))).toEqual([
      'mode_operatoire/experimentation/grille/g/libelle / mode_operatoire/experimentation/criteres_choix',
    ]);
    expect(
      tells(grilleHorsCriteres, [grille('utilite'), grille('COUT pour les usagers'), grille('Beauté', []), mode({})]),
    ).toEqual([0, 0, 0, 0]);
  });
  it('engages once the decision is taken', () => {
    const plan = (rest: object, porte: object = { fin_reelle: '2018-01-20' }) =>
      mode({
        taches: [
          tache('vote', '2018-01-10', '2018-01-10', { porte: 'decision', ...porte }),
          tache('marche', '2018-01-11', '2018-01-12', { apres: ['vote'] }),
          tache('achat', '2018-01-15', '2018-01-30', { apres: ['marche'], engage: true, avancement: 0.1, ...rest }),
        ],
      });
    expect(told(engagementAvantDecision, plan({}))).toEqual([
      'mode_operatoire/taches/achat/debut / mode_operatoire/taches/vote/fin_reelle',
    ]);
    expect(told(engagementAvantDecision, plan({ debut_reel: '2018-01-19', avancement: undefined }))).toEqual([
      'mode_operatoire/taches/achat/debut_reel / mode_operatoire/taches/vote/fin_reelle',
    ]);
    expect(
      tells(engagementAvantDecision, [
        plan({ debut_reel: '2018-01-20' }),
        plan({ avancement: 0 }),
        plan({ avancement: undefined }),
        plan({ engage: false }),
        plan({ apres: [] }),
        plan({}, {}),
        plan({}, { fin_reelle: '2018-01-15' }),
        etude(),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
  it('recruits for a post that is to fill', () => {
    const recrute = (post: object, porte: string | undefined = 'recrutement') =>
      duMode(
        { taches: [tache('t', '2018-01', '2018-02', { porte })] },
        {
          moyens: {
            ...base.moyens,
            humains: [
              { ...poste, deja_en_poste: true },
              { ...poste, id: 'autre', ...post },
            ],
          },
        },
      );
    expect(told(recrutementSansPoste, recrute({ deja_en_poste: true }))).toEqual([
      'mode_operatoire/taches/t/porte / scenarios/a/moyens/humains/poste / scenarios/a/moyens/humains/autre',
    ]);
    expect(
      tells(recrutementSansPoste, [
        recrute({}),
        recrute({ deja_en_poste: false }),
        recrute({ deja_en_poste: true }, 'aide'),
        etude(),
      ]),
    ).toEqual([0, 0, 0, 0]);
  });
  it('has no step longer than itself', () => {
    // Five working days, Monday to Friday.
    const etape = (delai_jours: number | undefined) =>
      mode({
        experimentation: { debut: '2018-03-05', fin: '2018-03-09' },
        parcours: [{ id: 'e', etape: 'E', description: 'D', delai_jours }],
      });
    expect(told(etapePlusLongue, etape(6))).toEqual([
      'mode_operatoire/parcours/e/delai_jours / mode_operatoire/experimentation/fin',
    ]);
    expect(tells(etapePlusLongue, [etape(5), etape(undefined), mode({}), etude()])).toEqual([0, 0, 0, 0]);
  });
  it('gives a project the days that the load counts, half more at the most', () => {
    const cible = (n: number, rest: object = {}, ligne: object = {}) =>
      duMode(
        {
          indicateurs: [
            { id: 'i', libelle: 'I', unite: 'j', calcul: 'jours-par-projet', sens: 'min', cible: n, ...rest },
          ],
        },
        { modalites: [{ ...modalite, unite: 'Projet', jours_par_unite: 10, part_partenaires: 0.2, ...ligne }] },
      );
    expect(told(cibleHorsCharge, cible(12.1))).toEqual([
      'mode_operatoire/indicateurs/i/cible / scenarios/a/modalites/visites/jours_par_unite',
    ]);
    expect(
      tells(cibleHorsCharge, [
        cible(12),
        cible(99, { sens: 'max' }),
        cible(99, { calcul: 'delai-reponse' }),
        cible(99, { cible: undefined }),
        cible(99, {}, { unite: 'visite' }),
        cible(15.1, {}, { part_partenaires: undefined }),
        cible(15, {}, { part_partenaires: undefined }),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 1, 0]);
  });
  it('has tools that fit in their modality, a tenth apart', () => {
    // Forty days a year: twenty visits of two days.
    const outils = (jours_an: number, modaliteId: string | undefined = 'visites', quantite = 2) => ({
      ...duMode({}, { outils: [{ outil: 'malle', annee: 1, quantite, modalite: modaliteId }] }),
      outils: [outil('malle', { cout: { jours_an } })],
    });
    expect(told(outilAuDelaDeSaModalite, outils(22.1))).toEqual([
      'scenarios/a/outils/1 / scenarios/a/modalites/visites/jours_par_unite / outils/malle/cout/jours_an',
    ]);
    expect(
      tells(outilAuDelaDeSaModalite, [
        outils(22),
        outils(99, 'autre'),
        outils(44, 'visites', 1),
        outils(99, 'visites', 0),
        mode({}),
      ]),
    ).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('who decides, and who was heard', () => {
  it('a scenario is decided before it is put to work', () => {
    const reunie = (portee: string | undefined, rest: object = duMode({})) => ({
      ...rest,
      reunions: [
        reunion('r', '2018-01-10', {
          decisions: [{ objet: 'O', texte: 'T', statut: 'valide', scenario: 'a', portee }],
        }),
      ],
    });
    expect(told(scenarioNonDecide, reunie('propose'))).toEqual([
      'mode_operatoire/scenario / reunions/r/decisions/1/portee',
    ]);
    expect(
      tells(scenarioNonDecide, [reunie('decide'), reunie(undefined), reunie('propose', avec()), duMode({})]),
    ).toEqual([0, 0, 0, 0]);
  });
  it('a phase is launched by the body that may', () => {
    const lance = (type: string, exigence: object = {}, decision: object = {}) => ({
      ...etude(),
      contrat: {
        exigences: [
          { id: 'e', ref: '1', texte: 'T', phase: 'P2', livrable: 'l', regle: 'decision-lancement', ...exigence },
        ],
      },
      reunions: [
        reunion('r', '2018-01-10', {
          type,
          decisions: [{ objet: 'O', texte: 'T', statut: 'valide', lance: 'P2', ...decision }],
        }),
      ],
    });
    expect(told(lancementSansCompetence, lance('copil'))).toEqual(['reunions/r/decisions/1 / contrat/exigences/e']);
    expect(told(lancementSansCompetence, lance('copil', { reunion: { type: 'bilan' } }))).toEqual([
      'reunions/r/decisions/1 / contrat/exigences/e/reunion',
    ]);
    expect(
      tells(lancementSansCompetence, [
        lance('deliberation'),
        lance('copil', { reunion: { type: 'copil' } }),
        lance('copil', { phase: 'P3' }),
        lance('copil', { regle: 'clause-ecrite' }),
        lance('copil', {}, { portee: 'propose' }),
        etude(),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0]);
  });
  it('a need is quoted by its public at most as often as it came', () => {
    const cite = (n: number, participants: object = { ecoles: 12 }) => ({
      ...etude(),
      besoins: [besoin('b', { mentions: { atelier: n } })],
      participation: [rencontre('r', { participants: participants as never })],
    });
    expect(told(citationsAuDela, cite(13))).toEqual(['besoins/b/mentions / participation/r/participants']);
    expect(told(citationsAuDela, cite(13, { familles: 20 }))).toEqual(['besoins/b/mentions / participation']);
    const { participants: _, ...uncounted } = rencontre('r', { participants_total: 20 });
    const untold = { ...cite(13), participation: [uncounted] };
    expect(tells(citationsAuDela, [cite(12), untold, { ...cite(13), participation: [] }, cite(0)])).toEqual([
      0, 0, 0, 0,
    ]);
  });
});

describe('the recruitment', () => {
  const recrute = (fin: string, ...reunions: object[]) =>
    duMode(
      { taches: [tache('jury', '2018-02', fin, { porte: 'recrutement' })] },
      { delai_mise_en_place_mois: 5 },
      { reunions: [reunion('choix', '2018-01-15', { decisions: [retient] }), ...reunions] },
    );
  const retient = { objet: 'Choix', texte: 'Le scénario est retenu.', statut: 'valide', scenario: 'a' };
  const lance = (date: string, statut: string) =>
    reunion(statut, date, { decisions: [{ objet: 'Essai', texte: 'L’essai.', statut, lance: 'P2' }] });
  const ici = (...rest: string[]) => [
    [
      'mode_operatoire/taches/jury/fin',
      'scenarios/a/delai_mise_en_place_mois',
      'reunions/choix/decisions/1/scenario',
      ...rest,
    ].join(' / '),
  ];
  it('has the months that were announced, from the choice', () => {
    expect(told(recrutementHorsDelai, recrute('2018-07-01'))).toEqual(ici());
    expect(count(recrutementHorsDelai, recrute('2018-06-30'))).toBe(0);
  });
  it('from the launch that followed it, put off before or not; a launch put off that nothing followed starts nothing', () => {
    const [off, on] = [lance('2018-02-10', 'ajourne'), lance('2018-04-10', 'valide')];
    expect(
      tells(recrutementHorsDelai, [
        recrute('2018-07-01', off),
        recrute('2018-09-30', off, on),
        recrute('2018-09-30', on),
      ]),
    ).toEqual([0, 0, 0]);
    expect(told(recrutementHorsDelai, recrute('2018-10-01', off, on))).toEqual(
      ici('reunions/valide/decisions/1/lance'),
    );
    expect(said(recrutementHorsDelai, recrute('2018-10-01', off, on))).toMatch(
      /choisi le 15 janvier 2018 et lancé le 10 avril 2018, s’annonce en place en 5 mois/,
    );
    // A phase launched before the choice is another one.
    expect(told(recrutementHorsDelai, recrute('2018-07-01', lance('2018-01-10', 'valide')))).toEqual(ici());
  });
});
