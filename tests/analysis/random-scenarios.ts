/** Random scenarios of the imaginary territory: posts, purchases, overheads, sources with ceilings and delays, partners, law, risks. */
import fc from 'fast-check';
import type { Study } from '../../src/study/study.js';
import type { Criteres, Scenario } from '../../src/study/types.gen.js';
import { critere, etudeAvecScenarios, scenario } from './small-scenario.js';

const euros = fc.integer({ min: 0, max: 60_000 });
const montant = fc.oneof(
  euros,
  fc.tuple(euros, euros, euros).map((values) => {
    const [min = 0, mode = 0, max = 0] = values.sort((a, b) => a - b);
    return { min, mode, max };
  }),
);
const share = fc.integer({ min: 0, max: 100 }).map((value) => value / 100);
const actor = fc.constantFrom('cdc', 'mare', 'region');
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Words that would break a formula that named them. */
export const mot = fc.constantFrom(
  'Aide',
  'Aide "du Parc"',
  'Parc")+HYPERLINK("http://exemple.fr","ici',
  "L'appui\nsur deux lignes",
  `${'très '.repeat(40)}long`,
  '=1+1',
);
/** Without the keys that are undefined. */
const net = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

/** By unit of a modality that is there, or not at all. */
const parUnite = <T extends { modalite: string; cout_unitaire?: unknown; tarif?: unknown }>(
  { modalite, ...line }: T,
  count: number,
): object => {
  const { cout_unitaire: _, tarif: __, ...rest } = line;
  const given = line.cout_unitaire !== undefined || line.tarif !== undefined;
  return given && Number(modalite.slice(2)) < count ? { ...line, modalite } : rest;
};

export const scenarioAleatoire = (id: string, years: number): fc.Arbitrary<Scenario> => {
  const annees = some(fc.subarray(Array.from({ length: years }, (_, year) => year + 1)));
  const poste = fc.record({
    profil: mot,
    porteur: actor,
    etp: fc.integer({ min: 0, max: 30 }).map((value) => value / 10),
    cout_annuel: montant,
    annees,
  });
  const source = fc.record({
    libelle: some(mot),
    financeur: actor,
    nature: fc.constantFrom('subvention', 'participation', 'recette', 'autofinancement'),
    taux: some(share),
    montant: montant,
    tarif: some(fc.integer({ min: 0, max: 300 })),
    modalite: fc.constantFrom('m-0', 'm-1', 'm-2'),
    assiette: some(fc.subarray(['humain', 'materiel', 'fonctionnement', 'frais-indirects', 'outil'] as const)),
    section: some(fc.constantFrom('fonctionnement', 'investissement', 'toutes')),
    assiette_porteurs: some(fc.subarray(['cdc', 'mare'])),
    plafond: some(euros),
    plafond_total: some(euros),
    plafond_par: some(fc.constantFrom('annee', 'dossier', 'programme')),
    dossier_annees: some(fc.integer({ min: 1, max: 3 })),
    origine: some(fc.constantFrom('europe', 'region', 'porteur')),
    contrepartie_nationale: some(fc.constantFrom(0, 0.2, 0.5)),
    part_poste_minimale: some(fc.constantFrom(0.3, 0.5)),
    ouverture: some(fc.constantFrom('2018-03', '2019-02-15')),
    cloture: some(fc.constantFrom('2019-06-30', '2020-12-31')),
    groupe: some(
      fc.constant(0.4).map((part) => [
        { acteur: 'mare', part },
        { acteur: 'region', part: 1 - part },
      ]),
    ),
    // Off the round sums of the amounts: at the threshold itself, the order of the additions decides.
    plancher: some(fc.integer({ min: 0, max: 8000 }).map((n) => n + 0.37)),
    annees,
    statut: fc.constantFrom('acquis', 'sollicite', 'pressenti'),
    probabilite: share,
    demandes_paiement: some(fc.constantFrom('mensuelle', 'trimestrielle', 'semestrielle', 'annuelle', 'unique')),
    delai_versement_mois: some(fc.integer({ min: 0, max: 30 })),
    acompte: some(share),
  });
  const pret = fc.record({
    financeur: actor,
    nature: fc.constant('emprunt'),
    montant,
    annees: fc.integer({ min: 1, max: years }).map((year) => [year]),
    statut: fc.constantFrom('acquis', 'pressenti'),
    probabilite: share,
    remboursement: fc.record({
      taux: fc.constantFrom(0, 0.02, 0.035),
      duree_annees: fc.integer({ min: 1, max: 12 }),
      premiere_annee: some(fc.constant(years)),
      profil: some(fc.constantFrom('annuite-constante', 'capital-constant')),
    }),
  });
  return fc
    .record({
      titre: mot,
      postes: fc.array(poste, { maxLength: 4 }),
      biens: fc.array(
        fc.record({ libelle: mot, porteur: actor, cout: montant, annee: fc.integer({ min: 1, max: years }) }),
        {
          maxLength: 3,
        },
      ),
      frais: fc.array(
        fc.record({
          libelle: mot,
          porteur: actor,
          cout_annuel: montant,
          cout_unitaire: some(
            fc.oneof(
              fc.integer({ min: 0, max: 200 }),
              fc.integer({ min: 1, max: 90 }).map((mode) => ({ min: mode / 2, mode, max: 3 * mode })),
            ),
          ),
          modalite: fc.constantFrom('m-0', 'm-1', 'm-2'),
          taux_personnel: some(share),
          annees,
        }),
        { maxLength: 3 },
      ),
      sources: fc.array(source, { maxLength: 4 }),
      pret: some(pret),
      modalites: fc.array(
        fc.record({
          description: mot,
          volume_annuel: fc.oneof(
            fc.integer({ min: 0, max: 200 }),
            fc.integer({ min: 10, max: 200 }).map((mode) => ({ min: mode - 10, mode, max: 2 * mode })),
          ),
          jours_par_unite: fc.integer({ min: 0, max: 8 }),
          part_partenaires: some(share),
          demande_accompagnee: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      partenaires: fc.array(
        fc.record({
          acteur: actor,
          role: fc.constantFrom('operateur', 'financeur'),
          jours_an: some(fc.integer({ min: 0, max: 90 })),
          essentiel: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      etats: fc.array(fc.constantFrom('remplie', 'a-remplir', 'bloquante'), { maxLength: 2 }),
      risques: fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), { maxLength: 3 }),
      montee: some(fc.array(share, { minLength: 1, maxLength: 3 })),
      delai: some(fc.integer({ min: 0, max: 20 })),
      nouvelle: fc.boolean(),
      caisse: some(euros),
      transferts: fc.array(
        fc.record({
          de: actor,
          a: actor,
          montant: euros,
          evolution_annuelle: some(fc.constantFrom(0, 0.03, -0.1)),
          annees,
        }),
        { maxLength: 2 },
      ),
    })
    .map((r) =>
      net({
        ...scenario(id),
        titre: r.titre,
        duree_annees: years,
        demarrage: '2018-06',
        nouvelle_entite: r.nouvelle,
        tresorerie_initiale: r.caisse === undefined ? undefined : { montant: r.caisse, motif: 'ses réserves' },
        delai_mise_en_place_mois: r.delai,
        montee_en_charge: r.montee,
        moyens: {
          humains: r.postes.map((p, i) => net({ id: `poste-${i}`, ...p })),
          materiels: r.biens.map((b, i) => ({ id: `bien-${i}`, ...b })),
          fonctionnement: r.frais.map((f, i) => net({ id: `frais-${i}`, ...parUnite(f, r.modalites.length) })),
        },
        financements: [
          ...r.sources.map((s, i) => net({ id: `source-${i}`, ...parUnite(s, r.modalites.length) })),
          ...(r.pret === undefined ? [] : [{ id: 'pret', ...r.pret, remboursement: net(r.pret.remboursement) }]),
        ],
        modalites: r.modalites.map((m, i) => net({ id: `m-${i}`, modalite: 'visite', unite: 'visite', ...m })),
        transferts: r.transferts.map((one, i) => net({ id: `transfert-${i}`, libelle: `Transfert ${i}`, ...one })),
        partenaires: r.partenaires.map(net),
        conditions_juridiques: r.etats.map((etat, i) => ({ libelle: `Condition ${i}`, etat })),
        risques: r.risques.map(([probabilite, gravite], i) => ({
          libelle: `Risque ${i}`,
          probabilite,
          gravite,
          parade: '—',
        })),
      } as Scenario),
    );
};

const criteres: Criteres['criteres'] = [
  critere('cout', 40, {
    sens: 'min',
    echelle: { min: 0, max: 150_000, unite: '€/an' },
    mesure: { indicateur: 'cout_annuel' },
  }),
  critere('demandes', 20, {
    echelle: { min: 0, max: 300, unite: 'demandes/an' },
    valeur: {
      type: 'points',
      points: [
        [0, 0],
        [50, 0.7],
        [300, 1],
      ],
    },
    mesure: { indicateur: 'demandes_annuelles' },
  }),
  critere('viabilite', 20, {
    echelle: { min: 0, max: 100, unite: 'points' },
    valeur: { type: 'exponentielle', courbure: -2 },
    mesure: { indicateur: 'indice_viabilite' },
  }),
  critere('envie', 20, {
    mesure: {
      notes: {
        a: [
          { evaluateur: 'e', note: 3 },
          { evaluateur: 'f', note: 6 },
        ],
        b: [{ evaluateur: 'e', note: 8 }],
      },
    },
  }),
];

/** A study of two random scenarios, its assumptions random too. */
export const etudeAleatoire: fc.Arbitrary<Study> = fc.integer({ min: 1, max: 3 }).chain((years) =>
  fc
    .record({
      scenarios: fc.tuple(scenarioAleatoire('a', years), scenarioAleatoire('b', years)),
      evolution: fc.integer({ min: -5, max: 10 }).map((value) => value / 100),
      tresorerie: fc.integer({ min: -10_000, max: 50_000 }),
      // The schema refuses a concentration of nothing.
      herfindahl: some(share.map((drawn) => drawn || 1)),
      sigles: fc.boolean(),
    })
    .map(({ scenarios, evolution, tresorerie, herfindahl, sigles }) => {
      const study = etudeAvecScenarios(scenarios, criteres, {
        hypotheses: {
          jours_par_etp: 200,
          part_productive: 0.5,
          evolution_annuelle: evolution,
          tresorerie_initiale: tresorerie,
          tirages: 100,
        },
        viabilite: herfindahl === undefined ? {} : { seuil_herfindahl: herfindahl },
      });
      // Two actors of one acronym are still two actors.
      return sigles ? { ...study, acteurs: study.acteurs.map((one) => ({ ...one, sigle: 'AB"C' })) } : study;
    }),
);
