/** What a careful study may well write, and no rule of coherence holds against it: the territory, the inventories, the papers. */
import { describe, expect, it } from 'vitest';
import {
  constatAVenir,
  livrableHorsPhase,
} from '../../../src/analysis/coherence/regles/calendrier/dates-des-constats.js';
import { validiteContredite } from '../../../src/analysis/coherence/regles/calendrier/validite.js';
import {
  communeEtDepartement,
  densiteContredite,
  effectifContredit,
  totauxContraires,
} from '../../../src/analysis/coherence/regles/chiffres/chiffres-du-territoire.js';
import { mesureEtUnite, totalOfficiel } from '../../../src/analysis/coherence/regles/chiffres/perimetres.js';
import { sensContraire, uniteDuCritere } from '../../../src/analysis/coherence/regles/choix-du-scenario/cadre.js';
import {
  coutDeLAction,
  lieuDeLAction,
  outilHorsBudget,
} from '../../../src/analysis/coherence/regles/diagnostic/actions-et-outils.js';
import { sourceDEssai } from '../../../src/analysis/coherence/regles/diagnostic/inventaires.js';
import { critere } from '../small-scenario.js';
import { action, etude, experience, outil, rencontre } from '../small-study.js';
import { duMode, said, tells, told } from './told.js';

const [vide] = [etude()];
const territoire = (rest: object) => ({ ...vide, territoire: { ...vide.territoire, ...rest } });
const deLEtude = (rest: object, study: object = {}) => ({ ...vide, ...study, etude: { ...vide.etude, ...rest } });
const chiffre = (id: string, libelle: string, valeur: number, unite: string, rest: object = {}) => ({
  id,
  libelle,
  valeur,
  unite,
  territoire: 'Île',
  ...rest,
});
/** How many each study is told. */

describe('figures of the territory', () => {
  const habitants = (valeur: number, date?: string) =>
    chiffre(`h${valeur}`, 'Habitants', valeur, 'habitants', {
      perimetre: 'haut',
      mesure: 'population',
      ...(date ? { date } : {}),
    });
  const chiffres = (...list: object[]) => territoire({ chiffres_cles: list });

  it('an island that lost half its people in fifty years', () => {
    expect(
      tells(totauxContraires, [
        chiffres(habitants(6000, '1968'), habitants(3000, '2020')),
        chiffres(habitants(6000, '2011'), habitants(3000, '2020')),
        chiffres(habitants(6000), habitants(3000, '2020')),
        chiffres({ ...habitants(6000), libelle: 'Habitants en 1968' }, habitants(3000, '2020')),
        // Neighbours in time, whatever stands further.
        chiffres(habitants(9000, '1968'), habitants(6000, '2015'), habitants(3000, '2020')),
      ]),
    ).toEqual([0, 1, 1, 0, 1]);
  });

  it('a commune whose people are not written makes no sum', () => {
    const communes = (population?: number) =>
      territoire({
        perimetres: [{ id: 'haut', libelle: 'Haut', communes: ['01001', '01002'] }],
        communes: [
          { code: '01001', nom: 'X', population: 1000 },
          { code: '01002', nom: 'Y', ...(population === undefined ? {} : { population }) },
        ],
        chiffres_cles: [habitants(3000, '2015')],
      });
    expect(tells(totalOfficiel, [communes(), communes(2000), communes(200)])).toEqual([0, 0, 1]);
  });

  it('parts of the people and of the land, beside a density of the whole, whatever they are called', () => {
    const du = (mesure: string) => ({ perimetre: 'pays', mesure });
    const densite = chiffre('d', 'Peuplement', 35, 'hab./km²', du('densite'));
    const gens = chiffre('g', 'Âmes', 3500, 'habitants', du('population'));
    const terres = chiffre('t', 'Étendue', 10000, 'ha', du('superficie_km2'));
    expect(
      tells(densiteContredite, [
        chiffres(densite, chiffre('g', 'Gens du bourg', 900, 'habitants'), terres),
        chiffres(densite, gens, chiffre('t', 'Landes', 2000, 'ha')),
        chiffres(chiffre('d', 'Densité des landes', 3, 'hab./km²'), gens, terres),
        chiffres({ ...densite, unite: 'hab./ha' }, gens, { ...terres, valeur: 1000 }),
        chiffres(densite, gens, { ...terres, perimetre: 'autre', valeur: 1000 }),
        chiffres(densite, gens, terres),
        chiffres(densite, gens, chiffre('t', 'Étendue', 100, 'km²', du('superficie_km2'))),
        chiffres(densite, gens, { ...terres, valeur: 1000 }),
        chiffres({ ...densite, unite: undefined }, gens, { ...terres, valeur: 1000 }),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1]);
  });

  it('a density is that of the communes where no official figure says more, and all of them are counted', () => {
    const deux = (densite: number, population: number | undefined, ...more: object[]) =>
      territoire({
        perimetres: [{ id: 'haut', libelle: 'Haut', communes: ['01001', '01002'] }],
        communes: [
          { code: '01001', nom: 'X', population: 1000, superficie_km2: 10 },
          { code: '01002', nom: 'Y', superficie_km2: 10, ...(population === undefined ? {} : { population }) },
        ],
        chiffres_cles: [chiffre('d', 'D', densite, 'hab./km²', { perimetre: 'haut', mesure: 'densite' }), ...more],
      });
    expect(
      tells(densiteContredite, [
        deux(100, 1000),
        deux(109, 1000),
        deux(112, 1000),
        deux(10, undefined),
        // Official people are not divided by the land of communes that may be a part of it.
        deux(50, 1000, habitants(10_000)),
        deux(112, 1000, habitants(2200)),
        deux(112, 1000, habitants(2300)),
        deux(112, 1000, chiffre('n', 'Communes', 2, 'communes', { perimetre: 'haut', mesure: 'communes' })),
        deux(112, 1000, chiffre('n', 'Communes', 3, 'communes', { perimetre: 'haut', mesure: 'communes' })),
      ]),
    ).toEqual([0, 0, 1, 0, 0, 1, 0, 1, 0]);
    expect(told(densiteContredite, deux(112, 1000))).toEqual([
      'territoire/chiffres_cles/d/valeur / territoire/perimetres/haut',
    ]);
  });

  it('an official area is that of the communes at a tenth, in its unit, the latest one known', () => {
    const aire = (valeur: number, unite = 'km²', rest: object = {}) =>
      chiffre(`a${valeur}`, 'Étendue', valeur, unite, { perimetre: 'haut', mesure: 'superficie_km2', ...rest });
    const haut = (superficie: number | undefined, ...list: object[]) =>
      territoire({
        perimetres: [{ id: 'haut', libelle: 'Haut', communes: ['01001'] }],
        communes: [
          {
            code: '01001',
            nom: 'X',
            population: 1,
            ...(superficie === undefined ? {} : { superficie_km2: superficie }),
          },
        ],
        chiffres_cles: list,
      });
    expect(
      tells(totalOfficiel, [
        haut(90, aire(100)),
        haut(110, aire(100)),
        haut(89.9, aire(100)),
        haut(110.1, aire(100)),
        haut(100, aire(10_000, 'ha')),
        haut(100, aire(10_000)),
        haut(undefined, aire(100)),
        haut(100, aire(100, 'km²', { date: '2010' }), aire(200, 'km²', { date: '2000' })),
        haut(100, aire(200, 'km²', { date: '2010' }), aire(100, 'km²', { date: '2000' })),
        haut(100, aire(200, 'km²', { date: '2999' })),
      ]),
    ).toEqual([0, 0, 1, 1, 0, 1, 0, 0, 1, 0]);
    expect(said(totalOfficiel, haut(50, aire(100)))).toBe(
      'le périmètre « Haut » compte, par ses communes décrites, 50 km² au lieu de 100.',
    );
  });

  it('a unit that is written in an unusual way is compared with nothing', () => {
    const compte = (mesure: string, unite: string | undefined) =>
      chiffres(chiffre('c', 'Un total', 3, unite as string, { perimetre: 'haut', mesure }));
    expect(
      tells(mesureEtUnite, [
        compte('population', 'hab.'),
        compte('population', 'âmes'),
        compte('communes', 'communes classées'),
        compte('superficie_km2', 'ha'),
        compte('densite', 'habitants par km²'),
        compte('densite', undefined),
        compte('population', 'hab./km²'),
        compte('population', 'foyers'),
        compte('communes', '%'),
        compte('superficie_km2', 'Hab.'),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
  });

  it('a figure of a year to come is a projection', () => {
    const date = { date: '2050' };
    expect(
      tells(constatAVenir, [
        chiffres(chiffre('p', 'Population projetée', 2500, 'habitants', date)),
        chiffres(chiffre('p', 'Besoin en logements à l’horizon 2050', 250, 'logements', date)),
        chiffres(chiffre('p', 'Surface de berges visée', 25, 'ha', date)),
        chiffres(chiffre('p', 'Ceux que l’on sera', 2500, 'habitants', { ...date, projection: true })),
        chiffres(chiffre('p', 'Population', 2500, 'habitants', date)),
      ]),
    ).toEqual([0, 0, 0, 0, 1]);
    expect(
      tells(totauxContraires, [
        chiffres(habitants(3000, '2020'), { ...habitants(6000, '2025'), projection: true }),
        chiffres(habitants(3000, '2020'), habitants(6000, '2025')),
      ]),
    ).toEqual([0, 1]);
  });

  it('departments that are written in more than one way', () => {
    const commune = (code: string, departement: string) =>
      territoire({ communes: [{ code, nom: 'X', departement, population: 1 }] });
    expect(
      tells(
        communeEtDepartement,
        [
          ['2A004', '20'],
          ['2A004', '2A'],
          ['69123', '69M'],
          ['97411', '974'],
          ['97411', '973'],
          ['2A004', '2B'],
        ].map(([code = '', departement = '']) => commune(code, departement)),
      ),
    ).toEqual([0, 0, 0, 0, 1, 1]);
  });

  it('a perimeter names the department of Corsica as its communes, or not', () => {
    const perimetre = (...codes: string[]) =>
      territoire({
        communes: [{ code: '2A004', nom: 'X', departement: '20', population: 1, epci: 'e' }],
        perimetres: [
          { id: 'p', libelle: 'P', communes: ['2A004'], departements: codes.map((code) => ({ code, nom: code })) },
        ],
      });
    expect(tells(communeEtDepartement, [perimetre('2A'), perimetre('20'), perimetre('13')])).toEqual([0, 0, 1]);
  });

  it('a perimeter of two departments has communes of each', () => {
    const deux = (departement: string) =>
      territoire({
        communes: [
          { code: '63001', nom: 'X', departement: '63', population: 1, epci: 'e' },
          { code: `${departement}001`, nom: 'Y', departement, population: 1, epci: 'e' },
        ],
        perimetres: [
          {
            id: 'p',
            libelle: 'P',
            epci: ['e'],
            departements: [
              { code: '63', nom: 'A' },
              { code: '43', nom: 'B' },
            ],
          },
        ],
      });
    expect(tells(communeEtDepartement, [deux('43'), deux('42')])).toEqual([0, 1]);
  });

  it('an experience of the place counts people against people', () => {
    const interne = (population: number, ...list: object[]) => ({
      ...chiffres(...list),
      experiences: [
        experience('e', { reference_interne: true, territoire: { nom: 'Île', milieu: 'rural', population } }),
      ],
    });
    const aire = chiffre('a', 'Étendue', 9_000, 'ha', { perimetre: 'haut', mesure: 'superficie_km2' });
    // A thousand people live in the communes.
    expect(
      tells(totauxContraires, [interne(1250), interne(1251), interne(1251, habitants(1001)), interne(1251, aire)]),
    ).toEqual([0, 1, 0, 1]);
  });

  it('visitors outnumber those who live there, and several people come of one body, whatever they are called', () => {
    const publics = (effectif: number, participants: number, effectif_compte?: string) =>
      deLEtude(
        { publics: [{ id: 'ecoles', libelle: 'Curieux', effectif, ...(effectif_compte ? { effectif_compte } : {}) }] },
        { participation: [rencontre('r', { participants: { ecoles: participants } })] },
      );
    expect(
      tells(effectifContredit, [
        publics(2_000_000, 20, 'passage'),
        publics(2_000_000, 20, 'habitants'),
        publics(2_000_000, 20, 'organismes'),
        publics(2_000_000, 20),
        publics(12, 20, 'passage'),
        publics(12, 20, 'habitants'),
        publics(12, 20, 'organismes'),
        publics(12, 20),
        publics(20, 20, 'habitants'),
        // All of those who live there, and one more.
        publics(1000, 20, 'habitants'),
        publics(1001, 20, 'habitants'),
      ]),
    ).toEqual([0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1]);
  });
});

describe('inventories', () => {
  it('a price by the kilometre is more than an action of six hundred metres', () => {
    const haie = (unite: string, rest: object = {}) => ({
      ...vide,
      actions: [
        action('haie', { cout: 900, couts_unitaires: [{ libelle: 'Plantation', montant: 1500, unite, ...rest }] }),
      ],
    });
    const units = ['100 m de haie', 'km', 'ETP', 'an', 'hectare', 'maison', 'Visites', 'vélo', 'navette', 'repas'];
    expect(units.flatMap((unite) => tells(coutDeLAction, [haie(unite), haie(unite, { quantite: 1 })]))).toEqual(
      units.flatMap(() => [0, 1]),
    );
    expect(
      tells(coutDeLAction, [
        haie('are', { quantite: 0.6 }),
        haie('are', { quantite: 0.61 }),
        haie('maison', { quantite: 0.5 }),
        haie('maison', { montant: { min: 900, mode: 1500, max: 2000 }, quantite: 1 }),
        haie('maison', { montant: { min: 902, mode: 1500, max: 2000 }, quantite: 1 }),
        haie('maison', { montant: 901, quantite: 1 }),
      ]),
    ).toEqual([0, 1, 0, 0, 1, 0]);
  });

  it('a network of several departments comes from next door to some communes', () => {
    const voisine = (rest: object) => ({
      ...vide,
      actions: [action('v', { hors_territoire: true, communes: ['01001'], ...rest })],
    });
    expect(tells(lieuDeLAction, [voisine({ echelle: 'plus-large' }), voisine({})])).toEqual([0, 1]);
  });

  it('a tool that is not there yet is told by its step, and whether it is to make', () => {
    const manque = (disponibilite: string) =>
      duMode(
        { parcours: [{ id: 'p', etape: 'Étape', outils: ['la', 'carnet'] }] },
        { outils: [] },
        { outils: [outil('la'), outil('carnet', { disponibilite } as never)] },
      );
    expect(told(outilHorsBudget, manque('a-creer'))).toEqual([
      'mode_operatoire/parcours/p/outils/2 / scenarios/a/outils / outils/carnet/disponibilite',
    ]);
    expect(said(outilHorsBudget, manque('a-creer'))).toContain('« Outil carnet », à créer,');
    expect(said(outilHorsBudget, manque('a-adapter'))).toContain('« Outil carnet », à adapter,');
  });

  it('a tool that is free has not to be bought', () => {
    const libre = (rest: object) =>
      duMode(
        { parcours: [{ id: 'p', etape: 'Étape', outils: ['carnet'] }] },
        { outils: [] },
        { outils: [outil('carnet', { disponibilite: 'a-adapter', ...rest })] },
      );
    expect(
      tells(outilHorsBudget, [
        libre({ cout: { investissement: 0, fonctionnement_annuel: 0 } }),
        libre({ cout: { investissement: 0, fonctionnement_annuel: 50 } }),
        libre({}),
      ]),
    ).toEqual([0, 1, 1]);
  });

  it('the address of a body whose name holds « test » or « dev » is no trial', () => {
    const source = (url: string) => ({
      ...vide,
      sources: [{ id: 's', titre: 'S', type: 'web', url }],
      actions: [action('a', { sources: ['s'] })],
    });
    expect(
      tells(
        sourceDEssai,
        [
          'https://www.test-achats.be/x',
          'https://agence-dev-eco.fr',
          'https://www.pole-dev.fr',
          'https://loire-dev.asso.fr',
          'https://www.developpement-durable.gouv.fr',
          'https://web.dev/x',
          'https://test.region.fr',
          'https://site-dev.agence.fr',
          'https://preprod.pays.fr',
        ].map(source),
      ),
    ).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
  });
});

describe('papers and dates', () => {
  it('a scale applies from the first of January of the year that publishes it', () => {
    const regle = (applicable_du: string, publie_le: string) => ({
      ...vide,
      references: [{ id: 'r', theme: 'juridique', titre: 'Barème', applicable_du, publie_le }],
    });
    expect(
      tells(validiteContredite, [
        regle('2016-01-01', '2016-05-18'),
        regle('2023', '2023-12-15'),
        regle('2016-01-01', '2018-02-01'),
      ]),
    ).toEqual([0, 0, 1]);
  });

  it('phases are named in many ways, and a deliverable may take two of them', () => {
    const calendrier = (phase: string, ...phases: string[]) =>
      deLEtude({
        livrables: [{ id: 'diagnostic', titre: 'D', phase, date: '2018-02-15' }],
        calendrier: phases.map((one, i) => ({
          phase: one,
          debut: i === 0 ? '2018-01' : '2018-03',
          fin: i === 0 ? '2018-02' : '2018-06',
          livrables: ['diagnostic'],
        })),
      });
    expect(
      tells(livrableHorsPhase, [
        calendrier('Phase d’étude', 'Phase 1 : étude'),
        calendrier('Phases 1 et 2', 'Phase 2'),
        calendrier('Phase 1 et 2', 'Phase 2'),
        calendrier('Étude', 'Écrire', 'Finir'),
        calendrier('Lot A', 'Lot B'),
        calendrier('Phase 1', 'Phase 2'),
        calendrier('Phase 2', 'Phase 1', 'Phase 2'),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0, 0]);
    // One line makes the document, the other is there.
    const deux = (phase: string, produit: string, autre: string) => ({
      ...vide,
      etude: {
        ...vide.etude,
        livrables: [{ id: 'l', titre: 'L', phase, date: '2018-02' }],
        calendrier: [
          { phase: produit, debut: '2018-01', fin: '2018-02', livrables: ['l'] },
          { phase: autre, debut: '2018-03', fin: '2018-06' },
        ],
      },
    });
    expect(
      tells(livrableHorsPhase, [
        deux('Phase 2, après la phase 1', 'Phase 2', 'Phase 1'),
        deux('Phase 2', 'Phase 2, qui attend la phase 1', 'Phase 3'),
        deux('Lot 1, phase 2', 'Phase 2 du lot 1', 'Lot 1, phase 3'),
        deux('Étape 1 du marché', 'Volet 2', 'Volet 3'),
        deux('Diagnostic', 'Enquête', 'Choix'),
        deux('Choix', 'Enquête', 'Choix'),
        deux('Volet B', 'Volet A : enquête', 'Volet B : choix'),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 1, 1]);
  });

  it('a time of participation that is still planned ends later', () => {
    const temps = (rest: object) => ({ ...vide, participation: [rencontre('r', { fin: '2099-01-01', ...rest })] });
    expect(
      tells(constatAVenir, [
        temps({ participants: undefined, participants_total: undefined, reponses: undefined }),
        temps({ participants: { ecoles: 3 } }),
      ]),
    ).toEqual([0, 1]);
  });

  it('euros and posts are written in many ways, and a full load may be wanted', () => {
    const criteres = (indicateur: string, unite: string, sens = 'min') => ({
      ...vide,
      criteres: {
        criteres: [critere('c', 10, { sens, echelle: { min: 0, max: 1, unite }, mesure: { indicateur } } as object)],
      },
    });
    expect(
      tells(uniteDuCritere, [
        criteres('cout_annuel', 'kEUR'),
        criteres('etp_total', 'equivalents temps plein'),
        criteres('cout_annuel', 'ducats'),
        criteres('delai_mise_en_place', 'mois pleins'),
        criteres('delai_mise_en_place', 'lunes'),
        criteres('cout_annuel', 'points'),
        criteres('cout_annuel', 'ans'),
        criteres('etp_total', 'jours'),
        criteres('delai_mise_en_place', 'années'),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1]);
    expect(
      tells(sensContraire, [criteres('charge_sur_capacite', '%', 'max'), criteres('cout_annuel', '€', 'max')]),
    ).toEqual([0, 1]);
  });
});
