/** Lines close to those that the rules on fields tell, and true: nothing is said of them. */
import { expect, it } from 'vitest';
import type { RegleCoherence } from '../../../src/analysis/coherence/regle.js';
import {
  designationDuPorteur,
  echelonContredit,
  horsDeSonRole,
  maitreDOuvrageContredit,
} from '../../../src/analysis/coherence/regles/acteurs/titres-et-libelles.js';
import { communeDUnAutreEpci, millesimePosterieur } from '../../../src/analysis/coherence/regles/chiffres/decoupage.js';
import { formeEtReference } from '../../../src/analysis/coherence/regles/choix-du-scenario/formes.js';
import {
  delegationTropNombreuse,
  ordreDuJourTropLong,
  reunionHorsPhase,
  validationSansMaitreDOuvrage,
} from '../../../src/analysis/coherence/regles/decisions/seances.js';
import {
  experienceDemesuree,
  inspirationNonRetenue,
  nouvelleAvantCreation,
} from '../../../src/analysis/coherence/regles/diagnostic/experiences.js';
import { acquisAvantDecision } from '../../../src/analysis/coherence/regles/financement/acquis.js';
import {
  exclusionContredite,
  posteDejaPourvu,
} from '../../../src/analysis/coherence/regles/mode-operatoire/exclusions.js';
import {
  coutComprisAuDela,
  echeanceLointaine,
} from '../../../src/analysis/coherence/regles/realisation/apres-le-bilan.js';
import {
  joursAuDelaDeLaDuree,
  objectifDeuxFois,
  projetSansPartPropre,
  seancesAuDelaDesJours,
  verseAvantLeProjet,
} from '../../../src/analysis/coherence/regles/realisation/moyens-des-projets.js';
import { etude } from '../small-study.js';
import { avec, duMode, mode, poste, projet, reunion, tells } from './told.js';

/** Nothing is said of some studies; `fausse` is one of the same making that is told, without which the silence would show nothing. */
const silent = (regle: RegleCoherence, fausse: object, studies: readonly object[]) =>
  expect(tells(regle, [fausse, ...studies]), regle.code).toEqual([1, ...studies.map(() => 0)]);
const base = etude();
const avecEtude = (rest: object, study: object = {}) => ({ ...base, etude: { ...base.etude, ...rest }, ...study });
const projets = (...rest: object[]) => ({ ...base, projets: rest.map((one, i) => projet(`p${i}`, one)) });

it('meetings that may be as they are', () => {
  const agenda = (...minutes: number[]) => ({
    ...base,
    reunions: [reunion('a', '2024-02-01', { ordre_du_jour: minutes.map((n) => ({ point: 'P', minutes: n })) })],
  });
  silent(ordreDuJourTropLong, agenda(481), [agenda(), agenda(480), agenda(90, 90), agenda(240, 240), agenda(45)]);
  const calendrier = [
    { phase: 'Phase 1, diagnostic', debut: '2024-01', fin: '2024-03' },
    { phase: 'Phase 2, scénarios', debut: '2024-04', fin: '2024-06' },
  ];
  const held = (date: string, phase: string, list: object[] = calendrier) =>
    avecEtude({ calendrier: list }, { reunions: [reunion('a', date, { phase })] });
  silent(reunionHorsPhase, held('2024-05-20', 'Phase 1'), [
    held('2024-03-20', 'Phase 1'),
    // A meeting that closes a phase comes some weeks after it.
    held('2024-04-25', 'Phase 1'),
    held('2024-09-01', 'Phase 2'),
    held('2024-02-01', 'Phase 3'),
    // One that launches it comes before it.
    avecEtude(
      { calendrier },
      {
        reunions: [reunion('a', '2024-02-01', { phase: 'Phase 2', ordre_du_jour: [{ point: 'P', lance: 'Phase 2' }] })],
      },
    ),
    avecEtude(
      { calendrier },
      { reunions: [reunion('a', '2024-02-01', { phase: 'Phase 2', titre: 'Réunion de lancement de la phase 2' })] },
    ),
    avecEtude({ calendrier }, { reunions: [reunion('a', '2024-09-01', { phase: 'Phase 1', etat: 'annulee' })] }),
    held('2024-05-01', 'Phase 1', [{ phase: 'Phase 1', debut: '2024-01' }, ...calendrier.slice(1)]),
  ]);
  const owner = { maitre_ouvrage: { nom: 'Syndicat du Lac', sigle: 'SDL' } };
  const acteurs = [{ id: 'sdl', nom: 'Syndicat du Lac', sigle: 'SDL', type: 'syndicat-mixte' }];
  const sat = (rest: object, who: object[] = acteurs) =>
    avecEtude(owner, {
      acteurs: who,
      reunions: [
        reunion('a', '2024-02-01', {
          decisions: [{ objet: 'D', texte: 'Validé.', livrable: 'diagnostic', statut: 'valide' }],
          presents: [
            { organisme: 'Région', acteur: 'r' },
            { organisme: 'État', acteur: 'e' },
          ],
          ...rest,
        }),
      ],
    });
  silent(validationSansMaitreDOuvrage, sat({}), [
    sat({ presents: [{ organisme: 'Région' }, { organisme: 'Élus', acteur: 'sdl' }] }),
    sat({ presents: [{ organisme: 'Région' }, { organisme: 'SDL, techniciens' }] }),
    sat({ presents: [{ organisme: 'Région' }] }),
    // Who is not tied to a sheet may be the owner.
    sat({ presents: [{ organisme: 'Région', acteur: 'r' }, { organisme: 'La présidente et ses services' }] }),
    sat({ type: 'deliberation' }),
    sat({ etat: 'prevue' }),
    sat({ decisions: [{ objet: 'D', texte: 'À revoir.', livrable: 'diagnostic', statut: 'a-modifier' }] }),
    sat({}, []),
  ]);
  const came = (n: number, seats: string | null, others = 6) =>
    avecEtude(
      { comite_pilotage: seats === null ? [] : [{ organisme: 'Lac', acteur: 'sdl', representants: seats }] },
      {
        reunions: [
          reunion('a', '2024-02-01', {
            presents: [
              { organisme: 'Lac', acteur: 'sdl', representants: n },
              { organisme: 'Région', representants: others },
            ],
          }),
        ],
      },
    );
  silent(delegationTropNombreuse, came(5, 'Deux élus'), [
    came(2, 'Deux élus'),
    came(4, 'Deux élus'),
    came(9, 'Élus et techniciens'),
    came(9, 'Deux élus et trois techniciens'),
    came(20, 'Un élu par commune'),
    came(3, 'Un élu et ses services'),
    came(30, null),
    came(40, null, 20),
  ]);
});

it('projects, their days and their money that may be as they are', () => {
  const temps = (rest: object, more: object = {}) =>
    projets({ calendrier: [{ etape: 'E', debut: '2024-01', fin: '2024-03' }], accompagnement: rest, ...more });
  silent(joursAuDelaDeLaDuree, temps({ jours_realises: 200, demande_recue: '2024-01-02' }), [
    temps({ jours_realises: 60 }),
    temps({ jours_prestataire: 300 }, { calendrier: [] }),
    temps({ jours_prestataire: 90, demande_recue: '2023-10-01' }),
    // A firm of three.
    temps({ jours_prestataire: 90 }),
    temps({ jours_realises: 90 }, { suivi: [{ date: '2024-08', avancement: 1 }] }),
    temps({}),
  ]);
  silent(seancesAuDelaDesJours, temps({ jours_realises: 5, seances_realisees: 11 }), [
    temps({ jours_realises: 5, seances_realisees: 10 }),
    temps({ jours_realises: 1, seances_realisees: 4 }, { partenaires: [{ acteur: 'x', jours_realises: 2 }] }),
    temps({ jours_realises: 9, seances_prevues: 1, seances_realisees: 9 }),
    temps({ seances_realisees: 40 }),
    temps({ jours_realises: 20, seances_prevues: 4, seances_realisees: 20 }),
  ]);
  const argent = (own: number, rest: object = {}, section = 'investissement') =>
    projets({
      porteur: { designation: 'La commune', statut: 'public', type: 'commune' },
      budget: [{ poste: 'T', section, prevu: 1000 }],
      financements: [
        { financeur: 'R', origine: 'public', prevu: 1000 - own },
        { financeur: 'C', origine: 'autofinancement', prevu: own },
      ],
      ...rest,
    });
  silent(projetSansPartPropre, argent(100), [
    argent(200),
    argent(0, {}, 'fonctionnement'),
    argent(0, {
      financements: [
        { financeur: 'R', origine: 'public', prevu: 700 },
        { financeur: 'Banque (prêt)', origine: 'prive', prevu: 300 },
      ],
    }),
    argent(100, {
      financements: [
        { financeur: 'R', origine: 'public', prevu: 900, obtenu: 700 },
        { financeur: 'C', origine: 'autofinancement', prevu: 100, obtenu: 300 },
      ],
    }),
    argent(0, { porteur: { designation: 'Une association', statut: 'prive', type: 'association' } }),
    argent(0, { porteur: { designation: 'Un collège', statut: 'public', type: 'établissement' } }),
    argent(0, { financements: [{ financeur: 'M', origine: 'prive', prevu: 1000 }] }),
    argent(0, {
      financements: [
        { financeur: 'R', origine: 'public', prevu: 900 },
        { financeur: '?', prevu: 100 },
      ],
    }),
  ]);
  const paid = (date: string, rest: object = {}) =>
    projets({
      retenu_le: '2024-05-02',
      financements: [{ financeur: 'R', origine: 'public', prevu: 1, verse_le: date }],
      ...rest,
    });
  silent(verseAvantLeProjet, paid('2024-05-01'), [
    paid('2024-05-02'),
    paid('2024-05'),
    paid('2024-04-10', { accompagnement: { demande_recue: '2024-04-01' } }),
    paid('2024-02', { calendrier: [{ etape: 'E', debut: '2024-01', fin: '2024-06' }] }),
    paid('2023', { retenu_le: undefined }),
  ]);
  const met = (...list: object[]) => projets({ objectifs: ['A', 'B'], constats_objectifs: list });
  silent(objectifDeuxFois, met({ objectif: 1, atteint: 'oui' }, { objectif: 1, atteint: 'non' }), [
    met({ objectif: 1, atteint: 'oui' }, { objectif: 2, atteint: 'non' }),
    met({ objectif: 1, atteint: 'oui' }, { objectif: 1, atteint: 'oui' }),
    met({ objectif: 1, atteint: 'partiel' }),
    met(),
    met({ objectif: 2, atteint: 'non' }),
  ]);
});

it('experiences, vintages and maps that may be as they are', () => {
  const lieu = (rest: object, population?: number) => ({
    ...base,
    experiences: [
      { id: 'x', nom: 'X', retenue: true, territoire: { nom: 'T', ...(population ? { population } : {}) }, ...rest },
    ],
  });
  silent(experienceDemesuree, lieu({ etp: 20, moyens_humains: 'Deux agents' }, 6700), [
    lieu({ etp: 0.5, moyens_humains: 'Un mi-temps' }, 6700),
    lieu({ etp: 30, moyens_humains: 'De trois ou quatre personnes à une trentaine' }),
    lieu({ etp: 12, moyens_humains: 'Douze salariés en 2001', budget_annuel: 900_000 }, 30_000),
    lieu({ etp: 12, moyens_humains: 'Équipe du siège' }),
    lieu({ etp: 12, moyens_humains: 'Un directeur et son équipe' }),
    lieu({ etp: 25, moyens_humains: 'Une régie' }, 40_000),
    lieu({ etp: 40, moyens_humains: 'Deux agents par commune' }, 40_000),
    lieu({ etp: 1 }, 150),
    lieu({ etp: 0.3, moyens_humains: 'Bénévoles' }, 45),
    lieu({ budget_annuel: { min: 40_000, mode: 90_000, max: 120_000 } }, 80),
  ]);
  const news = (creation: string | undefined, date: string) =>
    lieu({ ...(creation ? { creation } : {}), actualisations: [{ date, texte: 'N' }] });
  silent(nouvelleAvantCreation, news('2013', '2012'), [
    news('2013', '2013-02'),
    news('2013-05', '2013'),
    news('2013', '2020'),
    news(undefined, '1990'),
    news('2013-05-02', '2013-05'),
    lieu({ creation: '2016', actualisations: [{ date: '2015-11', texte: 'Sa préfiguration est votée.' }] }),
  ]);
  const inspire = (rest: object, list: string[] = ['x']) => ({
    ...lieu(rest),
    scenarios: [{ id: 'a', titre: 'A', inspirations: list }],
  });
  silent(inspirationNonRetenue, inspire({ retenue: false }), [
    inspire({}),
    inspire({ retenue: false, reference_interne: true }),
    inspire({ retenue: false }, []),
    inspire({ retenue: false }, ['y']),
    { ...lieu({ retenue: false }), scenarios: [] },
  ]);
  const vintage = (millesime: string | number) =>
    avecEtude({ date: '2019-12-12' }, { territoire: { ...base.territoire, millesime } });
  silent(millesimePosterieur, vintage(2020), [
    vintage(2019),
    vintage('2016, découpage de 2019'),
    vintage('2016'),
    vintage('dernier connu'),
    vintage('réf. 20301'),
    vintage('2016, projection 2030'),
  ]);
  const grid = (n: number, epci: (i: number) => string) => ({
    ...base,
    territoire: {
      ...base.territoire,
      communes: Array.from({ length: n }, (_, i) => ({
        code: `0100${i}`,
        nom: `C${i}`,
        epci: epci(i),
        lon: 2 + 0.1 * (i % 6),
        lat: 46 + 0.1 * Math.floor(i / 6),
      })),
    },
  });
  silent(
    communeDUnAutreEpci,
    grid(36, (i) => (i % 6 < 2 || i === 17 ? 'a' : 'b')),
    [
      grid(36, () => 'a'),
      // Two halves side by side, and a border that goes in and out.
      grid(36, (i) => (i % 6 < 3 ? 'a' : 'b')),
      grid(36, (i) => (i % 6 < 3 || i === 9 ? 'a' : 'b')),
      // An intercommunality of three communes has no middle.
      grid(36, (i) => (i < 2 || i === 35 ? 'a' : 'b')),
      grid(6, (i) => (i === 0 ? 'a' : 'b')),
    ],
  );
});

it('names, roles, forms and money that may be as they are', () => {
  const acteurs = [
    { id: 'sdl', nom: 'Syndicat du Lac', sigle: 'SDL', type: 'syndicat-mixte' },
    { id: 'cd', nom: 'Conseil départemental de la Rive', type: 'collectivite' },
    { id: 'dd', nom: 'Direction des territoires', type: 'service-etat' },
    { id: 'pref', nom: 'Préfecture', type: 'service-etat' },
    { id: 'asa', nom: 'Association syndicale du Pré', type: 'association' },
  ];
  const preside = (presidence: string, who: string[], list: object[] = acteurs) =>
    duMode({ instances: [{ nom: 'Bureau', role: 'R', presidence, acteurs: who }] }, {}, { acteurs: list });
  silent(echelonContredit, preside('Président du Département', ['sdl']), [
    preside('Président du Département', ['sdl', 'cd']),
    preside('Présidente du syndicat', ['sdl']),
    preside('Préfet', ['dd']),
    preside('Président de la Région', ['sdl']),
    preside('Élue du Département, désignée par le syndicat', ['sdl']),
    preside('Président du Département', []),
    preside('Préfète du département', ['dd']),
    preside('Président du département de biologie', ['sdl']),
    preside('Président du conseil départemental de l’Ordre', ['sdl']),
  ]);
  const porte = (designation: string, acteur?: string) => ({
    ...projets({ porteur: { designation, statut: 'public', ...(acteur ? { acteur } : {}) } }),
    acteurs,
  });
  silent(designationDuPorteur, porte('Une association', 'sdl'), [
    porte('Le syndicat', 'sdl'),
    porte('Une association'),
    porte('Association syndicale', 'asa'),
    porte('Syndicat des irrigants', 'asa'),
    porte('Le Département', 'cd'),
    porte('Ferme pédagogique', 'cd'),
    porte('La ville et son centre social', 'sdl'),
    porte('Association foncière pastorale', 'sdl'),
    porte('Communauté de travail', 'asa'),
  ]);
  const owner = (nom: string, sigle?: string) =>
    avecEtude({ maitre_ouvrage: { nom, ...(sigle ? { sigle } : {}) } }, { acteurs });
  silent(maitreDOuvrageContredit, owner('Conseil départemental de la Rive', 'SDL'), [
    owner('Syndicat du Lac', 'SDL'),
    owner('Syndicat du Lac'),
    owner('Syndicat du Lac', 'Lac'),
    owner('Commune de Rive', 'SDL'),
    owner('Commune de Rive', 'CR'),
  ]);
  const raci = (rest: object, roles?: object[]) =>
    duMode(
      { raci: [{ activite: 'A', fonction: 'conseiller', realise: ['mare'], approuve: 'cdc', ...rest }] },
      roles ? { roles } : {},
    );
  const held = [{ fonction: 'conseiller', acteurs: ['mare'] }];
  silent(horsDeSonRole, raci({ realise: ['autre'] }, held), [
    raci({}, held),
    raci({ realise: ['cdc'] }, held),
    raci({ realise: ['autre'], approuve: 'autre' }, []),
    raci({ realise: ['autre'], fonction: undefined }, held),
    raci({ realise: ['mare'], consultes: ['autre'], informes: ['autre'] }, held),
  ]);
  const forme = (...cited: (string | undefined)[]) =>
    avec(
      {
        forme_juridique: 'entente',
        conditions_juridiques: cited.map((reference) => ({ libelle: 'L', etat: 'a-remplir', reference })),
      },
      {
        references: [
          { id: 'ent', titre: 'Entente', forme_juridique: 'entente' },
          { id: 'reg', titre: 'Régie', forme_juridique: 'regie' },
          { id: 'emploi', titre: 'Emploi' },
        ],
      },
    );
  silent(formeEtReference, forme('reg'), [
    forme(),
    forme('ent'),
    forme('reg', 'ent'),
    forme('emploi'),
    forme(undefined, 'emploi'),
  ]);
  const acquis = (
    rest: object,
    reunions: object[] = [
      reunion('a', '2024-03-01', { decisions: [{ objet: 'D', texte: 'T', scenario: 'a', statut: 'valide' }] }),
    ],
  ) =>
    avec(
      {
        porteur: 'cdc',
        financements: [
          {
            id: 'f',
            libelle: 'F',
            financeur: 'cdc',
            nature: 'autofinancement',
            statut: 'acquis',
            acquis_le: '2024-01-10',
            ...rest,
          },
        ],
      },
      { reunions, mode_operatoire: { scenario: 'a', parcours: [] } },
    );
  silent(acquisAvantDecision, acquis({}), [
    acquis({ acquis_le: '2024-03-01' }),
    acquis({ acquis_le: '2024' }),
    acquis({ financeur: 'epci', nature: 'participation' }),
    acquis({ statut: 'a-voter' }),
    acquis({}, []),
    // A proposal retains nothing yet.
    acquis({}, [
      reunion('a', '2024-03-01', {
        decisions: [{ objet: 'D', texte: 'T', scenario: 'a', statut: 'valide', portee: 'propose' }],
      }),
    ]),
    acquis({ libelle: 'Contribution statutaire, depuis 2016' }),
  ]);
});

it('what is excluded, what is held and what comes after that may be as they are', () => {
  const exclut = (texte: string) =>
    mode({
      exclusions: [texte],
      missions: ['Conseiller par une visite d’une demi-journée'],
      parcours: [
        { id: 'v', etape: 'Visiter et conseiller', description: 'Visite-conseil, puis fiche.', responsable: 'cdc' },
      ],
    });
  silent(exclusionContredite, exclut('Visiter et conseiller'), [
    exclut('Les travaux eux-mêmes'),
    exclut('Les visites de nuit'),
    exclut('Le conseil juridique'),
    exclut('L’instruction des aides, qui reste aux financeurs'),
    exclut('La visite'),
    exclut('Conseiller en droit'),
  ]);
  const fiche = (contrat: string, rest: object = { deja_en_poste: true }) =>
    duMode(
      { fiches_de_poste: [{ profil: 'P', poste: poste.id, etp: 1, contrat, missions: ['M'] }] },
      { moyens: { humains: [{ ...poste, ...rest }], materiels: [], fonctionnement: [] } },
    );
  silent(posteDejaPourvu, fiche('Contractuel, après recrutement'), [
    fiche('Sans recrutement'),
    fiche('Contractuelle recrutée en 2016'),
    fiche('Aucun poste à recruter'),
    fiche('Contractuel, après recrutement', {}),
    fiche('Titulaire'),
    fiche('Titulaire, après recrutement par concours en 2012'),
    fiche('Contractuelle ; remplaçant à recruter pendant son congé'),
  ]);
  const bilan = (reco: object, cout: unknown = 9000, proposee = true) => ({
    ...base,
    etude: { ...base.etude, date: '2024-12-01' },
    evaluation: {
      recommandations: [{ id: 'r', texte: 'T.', ...reco }],
      suites: [{ option: 'continuer', cout, proposee }],
    },
  });
  silent(echeanceLointaine, bilan({ echeance: '2040' }), [
    bilan({ echeance: '2025-01' }),
    bilan({ echeance: '2034-12' }),
    bilan({ echeance: '2039' }),
    bilan({}),
    bilan({ echeance: '2030' }),
    bilan({ echeance: '2027-03-01' }),
  ]);
  silent(coutComprisAuDela, bilan({ cout: 9001, compris: true }), [
    bilan({ cout: 9000, compris: true }),
    bilan({ cout: 90_000, compris: false }),
    bilan({ cout: { min: 8000, mode: 9000, max: 12_000 }, compris: true }),
    bilan({ cout: 12_000, compris: true }, { min: 8000, mode: 9000, max: 12_000 }),
    bilan({ cout: 90_000, compris: true }, 9000, false),
  ]);
});
