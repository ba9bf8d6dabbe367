/** Shares, measures, ranks, votes, durations and movements that a sentence gives: those that are false are told, those that are true or of another thing are not. */
import { describe, it } from 'vitest';
import { comparaisonsEcrites } from '../../../../src/analysis/coherence/ecrits/comparaisons.js';
import { moisEcrits } from '../../../../src/analysis/coherence/ecrits/dates/mois.js';
import { groupesEcrits } from '../../../../src/analysis/coherence/ecrits/diagnostic/groupes.js';
import { dureesEcrites } from '../../../../src/analysis/coherence/ecrits/durees.js';
import { evolutionsEcrites } from '../../../../src/analysis/coherence/ecrits/evolutions.js';
import { instancesEcrites } from '../../../../src/analysis/coherence/ecrits/instances.js';
import { mesuresEcrites } from '../../../../src/analysis/coherence/ecrits/mesures.js';
import { partsEcrites } from '../../../../src/analysis/coherence/ecrits/parts.js';
import type { Study } from '../../../../src/study/study.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { acteur, besoin, etude, experience, outil, rencontre } from '../../small-study.js';
import { base, poste, projet, reunion } from '../told.js';
import { juge } from './juge.js';

describe('how many of a whole are in a state', () => {
  const many = <T>(n: number, make: (id: string) => T): T[] => Array.from({ length: n }, (_, i) => make(`x${i}`));
  const study = etude({
    besoins: [
      ...many(8, (id) => besoin(id)),
      ...many(2, (id) => besoin(`n${id}`, { public: 'familles', domaines: ['air'], fonctions: ['former'] })),
    ],
    outils: [...many(3, (id) => outil(id)), ...many(9, (id) => outil(`c${id}`, { disponibilite: 'a-creer' }))],
    experiences: [...many(3, (id) => experience(id)), ...many(5, (id) => experience(`n${id}`, { retenue: false }))],
    acteurs: [acteur('a', { engagement: 'engage' }), ...many(9, (id) => acteur(id, { engagement: 'pressenti' }))],
    participation: [rencontre('e', { type: 'enquete', envoyes: 100, reponses: 35, participants: { ecoles: 35 } })],
  });
  it('of the diagnostic', () => {
    juge(
      partsEcrites(study),
      'diagnostic',
      [
        'La moitié des outils existent déjà.',
        'Six outils existent déjà.',
        'Moins d’un quart des outils existent déjà.',
        'Huit expériences ont été retenues.',
        'Un tiers des besoins restent sans réponse.',
        'Aucun besoin ne reste sans réponse.',
        'Tous les besoins sont couverts.',
        'La plupart des acteurs sont engagés.',
        'Plus de la moitié des écoles interrogées ont répondu.',
        'Cinq expériences sur huit ont été retenues.',
      ],
      [
        'Un quart des outils existent déjà.',
        'Trois outils existent déjà.',
        'Moins de la moitié des outils existent déjà.',
        'Deux outils existent déjà chez un partenaire.',
        'Les trois quarts des outils sont à créer.',
        'Trois expériences sur huit ont été retenues.',
        'La plupart des besoins sont couverts.',
        'Pour les écoles, aucun besoin ne reste sans réponse.',
        'Un tiers des écoles interrogées ont répondu.',
        'Tous les besoins ne sont pas couverts.',
        'Aucun acteur n’est volontaire.',
        'Aucun besoin ne reste-t-il sans réponse ?',
      ],
    );
  });

  it('of the year', () => {
    const own = {
      ...study,
      projets: [
        ...many(3, (id) => projet(id, { etat: 'termine' })),
        ...many(2, (id) => projet(`c${id}`, { etat: 'en-cours' })),
      ],
      mode_operatoire: {
        scenario: 'a',
        conventions: [{ signee_le: '2018-01-01' }, { signee_le: '2018-01-01' }, {}],
        risques: [{ survenu_le: '2018-01' }, {}],
        indicateurs: [
          {
            ...{ id: 'a', libelle: 'A', unite: 'foyers', cible: 5, sens: 'max' },
            // The file has the later one first.
            mesures: [
              { date: '2018-06', valeur: 6 },
              { date: '2018-01', valeur: 1 },
            ],
          },
          // Measured by the records alone.
          { id: 'c', libelle: 'C', unite: 'conventions', cible: 2, calcul: 'conventions-signees' },
          { id: 'b', libelle: 'B', unite: 'foyers', cible: 5, sens: 'min', mesures: [{ date: '2018', valeur: 6 }] },
        ],
        realise: {
          demandes: [
            { sort: 'Réponse directe', nombre: 34 },
            { sort: 'Visite-conseil', nombre: 19 },
            { sort: 'Sans suite', nombre: 18 },
          ],
        },
      },
    } as unknown as Study;
    juge(
      partsEcrites(own),
      'bilan',
      [
        'Quatre projets sur cinq ont abouti.',
        'Grâce à l’atelier, les cinq projets ont abouti.',
        'Deux projets ont été abandonnés.',
        'Un projet a été abandonné.',
        'Quatre des cinq projets sont terminés.',
        'Les trois conventions ont été signées.',
        'Toutes les conventions ont été signées.',
        'Aucun risque ne s’est réalisé.',
        'Toutes les cibles sont atteintes.',
        'Trois cibles sont atteintes.',
        'La moitié des demandes ont donné lieu à une visite.',
      ],
      [
        'Trois projets sur cinq ont abouti.',
        'Aucun projet n’a été abandonné.',
        'Un projet a abouti.',
        'Trois des cinq projets sont terminés.',
        'Deux des trois projets retenus sont terminés.',
        'Un projet est abandonné quand personne n’en veut.',
        'Deux cibles sur trois sont atteintes.',
        'Deux cibles ont été atteintes.',
        'Toutes les conventions n’ont pas été signées.',
        'Toutes les conventions, sauf une, ont été signées.',
        'La moitié des risques se sont réalisés.',
        'Un quart des demandes ont donné lieu à une visite.',
        'Près de la moitié des demandes ont reçu une réponse directe.',
        'Deux projets ont abouti plus tôt que prévu.',
      ],
    );
  });
});

describe('what is measured of scenarios', () => {
  const etp = (n: number, cost: number) => ({
    ...base.moyens,
    humains: [{ ...poste, id: 'p', profil: 'Animateur du réseau', etp: n, cout_annuel: cost }],
  });
  const study = {
    ...etudeAvecScenarios([
      scenario('a', { titre: 'Réseau animé', moyens: etp(1, 40_000), delai_mise_en_place_mois: 4 }),
      scenario('b', { titre: 'Atelier intégré', moyens: etp(3, 40_000), delai_mise_en_place_mois: 6 }),
      scenario('c', { titre: 'Relais de proximité', moyens: etp(2, 40_000), delai_mise_en_place_mois: 9 }),
    ]),
  } as Study;

  it('alone, or one against the other', () => {
    juge(
      mesuresEcrites(study),
      'scenarios',
      [
        'Le réseau animé coûte environ 80 000 € par an.',
        'Les relais de proximité demandent six mois de mise en place.',
        'Le réseau animé s’ouvre en deux mois.',
        'L’atelier intégré emploie 2 ETP.',
        'L’atelier intégré est plus rapide à ouvrir que le réseau animé.',
        'Le réseau animé emploie plus d’agents que les relais.',
        'Les relais sont le scénario le plus rapide à ouvrir.',
        'L’atelier intégré est celui qui emploie le moins d’agents.',
        'Le réseau animé compte trois partenaires essentiels.',
      ],
      [
        'Les relais de proximité demandent neuf mois de mise en place.',
        'Les relais demandent six mois, dont deux de recrutement.',
        'L’atelier intégré emploie trois ETP.',
        'Le réseau animé est plus rapide à ouvrir que les relais.',
        'Le réseau animé est le plus rapide à mettre en place.',
        'Si le bâti s’ajoute, le réseau animé demande six mois.',
        'Selon les élus, le réseau animé emploie plus d’agents que les relais.',
        'Les relais sont les plus longs à ouvrir.',
        'Le réseau animé est-il plus long à ouvrir que les relais ?',
      ],
    );
  });

  it('a cost that several things have is compared too', () => {
    juge(
      comparaisonsEcrites(study),
      'scenarios',
      [
        'Les relais coûtent le triple du réseau animé.',
        'Les relais sont moins chers que le réseau animé.',
        'Le réseau animé coûte quatre fois moins que les relais.',
      ],
      ['Les relais coûtent plus que le réseau animé.', 'Les relais sont moins chers que l’atelier intégré.'],
    );
  });
});

it('groups of the diagnostic are ranked by what it counts of each', () => {
  const study = etude({
    besoins: [besoin('a'), besoin('b'), besoin('c', { public: 'familles', domaines: ['air'] })],
    acteurs: [acteur('a'), acteur('b'), acteur('c', { domaines: ['air'], fonctions: ['former'] })],
    participation: [rencontre('r', { participants: { ecoles: 5, familles: 12 } })],
  });
  juge(
    groupesEcrits(study),
    'diagnostic',
    [
      'L’air compte plus d’acteurs que l’eau.',
      'L’eau est le domaine qui compte le moins d’acteurs.',
      'Les écoles ont été plus nombreuses à participer que les familles.',
      'Les familles sont le public dont les besoins pèsent le plus.',
      'La fonction la mieux couverte est former.',
    ],
    [
      'L’eau compte plus d’acteurs que l’air.',
      'L’eau est le domaine qui compte le plus de besoins.',
      'Les familles ont été plus nombreuses à participer que les écoles.',
      'Les écoles sont le public dont les besoins pèsent le plus.',
      'En hiver, l’air compte plus d’acteurs que l’eau.',
    ],
  );
});

describe('bodies, votes and durations', () => {
  const study = {
    ...etudeAvecScenarios([
      scenario('a', {
        titre: 'Réseau animé',
        moyens: { ...base.moyens, humains: [{ ...poste, profil: 'Animateur du réseau', etp: 0.8 }] },
      }),
    ]),
    mode_operatoire: {
      scenario: 'a',
      parcours: [],
      experimentation: { debut: '2018-09', fin: '2019-08' },
      instances: [
        { nom: 'Comité syndical', role: 'Vote le budget, crée l’emploi, approuve le plan.', reunions_an: 3 },
        { nom: 'Comité technique', role: 'Répartit les demandes et suit les projets.', reunions_an: 10 },
      ],
      conventions: [{ duree_mois: 12 }],
      donnees_personnelles: [{ traitement: 'Fiches de saisine', duree_mois: 36 }],
    },
    reunions: [
      reunion('d', '2018-07-03', {
        type: 'deliberation',
        decisions: [
          { objet: 'Tranche', texte: 'La tranche est affermie.', vote: { pour: 44, contre: 0 } },
          {
            objet: 'Expérimentation',
            texte: 'L’emploi d’animateur est créé.',
            vote: { pour: 37, contre: 4, abstentions: 3 },
          },
        ],
      }),
    ],
  } as unknown as Study;

  it('a body does what its role says, as often as it says', () => {
    juge(
      instancesEcrites(study),
      'mode-operatoire',
      [
        'Le comité technique vote le budget.',
        'Le comité technique crée l’emploi.',
        'Le comité technique se réunit douze fois par an.',
        'Le comité syndical se réunit chaque mois.',
        'L’emploi d’animateur a été créé à l’unanimité.',
        'L’emploi d’animateur a été créé par 39 voix contre 2.',
      ],
      [
        'Le comité syndical vote le budget.',
        'Le comité technique choisit la date de ses séances.',
        'Le comité technique se réunit chaque mois.',
        'Le comité technique se réunit dix fois par an.',
        'La tranche est affermie à l’unanimité.',
        'L’emploi d’animateur a été créé par 37 voix contre 4.',
        'L’emploi n’a pas été créé à l’unanimité.',
        'Les notes ont été données à l’unanimité du jury.',
      ],
    );
  });

  it('a part of a job and a duration are those of the mode opératoire', () => {
    juge(
      dureesEcrites(study),
      'mode-operatoire',
      [
        'L’animateur est employé à mi-temps.',
        'Les fiches de saisine sont conservées cinq ans.',
        'Les conventions courent sur trois ans.',
      ],
      [
        'L’animateur est employé à 80 %.',
        'L’animateur est à temps plein sur le terrain.',
        'L’animateur est à temps plein dans le réseau voisin.',
        'Les fiches de saisine sont conservées trois ans.',
        'Les conventions courent sur un an.',
      ],
    );
    juge(
      moisEcrits(study),
      'bilan',
      ['L’expérimentation s’est achevée en décembre 2019.'],
      ['L’expérimentation s’est achevée en août 2019.', 'L’expérimentation a commencé en septembre 2018.'],
    );
  });
});

it('what is measured moves as its measures do', () => {
  const study = {
    ...etude(),
    mode_operatoire: {
      scenario: 'a',
      indicateurs: [
        {
          id: 'd',
          libelle: 'Demandes reçues',
          mesures: [
            { date: '2019-08', valeur: 71 },
            { date: '2019-02', valeur: 34 },
          ],
        },
        {
          id: 'c',
          libelle: 'Conventions signées',
          mesures: [
            { date: '2019-02', valeur: 6 },
            { date: '2019-08', valeur: 6 },
          ],
        },
      ],
    },
    projets: [],
  } as unknown as Study;
  juge(
    evolutionsEcrites(study),
    'bilan',
    [
      'Le nombre de demandes a triplé entre février et août 2019.',
      'Les demandes ont baissé au cours de l’année.',
      'Les conventions signées ont doublé en six mois.',
    ],
    [
      'Le nombre de demandes a doublé entre février et août 2019.',
      'Les demandes ont augmenté.',
      'Les conventions signées ont stagné.',
      // Between days on which nothing is measured.
      'Les conventions signées ont doublé entre juillet et octobre 2016.',
      'Les dépenses ont triplé.',
      'Les demandes ont-elles baissé ?',
    ],
  );
});
