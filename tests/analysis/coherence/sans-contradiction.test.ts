/** What a careful study may well write, and no rule of coherence holds against it: the territory, the inventories, the papers. */
import { describe, expect, it } from 'vitest';
import {
  coutDeLAction,
  lieuDeLAction,
  outilHorsBudget,
} from '../../../src/analysis/coherence/regles/actions-et-outils.js';
import { sensContraire, uniteDuCritere } from '../../../src/analysis/coherence/regles/cadre.js';
import {
  communeEtDepartement,
  densiteContredite,
  effectifContredit,
  totauxContraires,
} from '../../../src/analysis/coherence/regles/chiffres-du-territoire.js';
import { constatAVenir, livrableHorsPhase } from '../../../src/analysis/coherence/regles/dates-des-constats.js';
import { sourceDEssai } from '../../../src/analysis/coherence/regles/inventaires.js';
import { totalOfficiel } from '../../../src/analysis/coherence/regles/perimetres.js';
import { validiteContredite } from '../../../src/analysis/coherence/regles/validite.js';
import { critere } from '../small-scenario.js';
import { action, etude, outil, rencontre } from '../small-study.js';
import { duMode, tells } from './told.js';

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

  it('parts of the people and of the land, beside a density of the whole', () => {
    const densite = chiffre('d', 'Densité', 35, 'hab./km²');
    const gens = chiffre('g', 'Habitants', 3500, 'habitants');
    const terres = chiffre('t', 'Superficie', 10000, 'ha');
    expect(
      tells(densiteContredite, [
        chiffres(densite, chiffre('g', 'Habitants de 65 ans et plus', 900, 'habitants'), terres),
        chiffres(densite, gens, chiffre('t', 'Surface agricole', 2000, 'ha')),
        chiffres(densite, gens, chiffre('t', 'Forêt', 2000, 'ha')),
        chiffres(densite, gens, terres),
        chiffres(densite, gens, chiffre('t', 'Superficie', 1000, 'ha')),
      ]),
    ).toEqual([0, 0, 0, 0, 1]);
  });

  it('a figure of a year to come is a projection', () => {
    const date = { date: '2050' };
    expect(
      tells(constatAVenir, [
        chiffres(chiffre('p', 'Population projetée', 2500, 'habitants', date)),
        chiffres(chiffre('p', 'Besoin en logements à l’horizon 2050', 250, 'logements', date)),
        chiffres(chiffre('p', 'Population', 2500, 'habitants', date)),
      ]),
    ).toEqual([0, 0, 1]);
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

  it('visitors outnumber those who live there, and several people come of one body', () => {
    const publics = (libelle: string, effectif: number, participants: number) =>
      deLEtude(
        { publics: [{ id: 'ecoles', libelle, effectif }] },
        { participation: [rencontre('r', { participants: { ecoles: participants } })] },
      );
    expect(
      tells(effectifContredit, [
        publics('Visiteurs', 2_000_000, 20),
        publics('Résidents secondaires', 2_000_000, 20),
        publics('Salariés', 2_000_000, 20),
        publics('Associations', 12, 20),
        publics('Communes', 4, 20),
        publics('Salariés', 12, 20),
      ]),
    ).toEqual([0, 0, 1, 0, 0, 1]);
  });
});

describe('inventories', () => {
  it('a price by the kilometre is more than an action of six hundred metres', () => {
    const haie = (unite: string) => ({
      ...vide,
      actions: [action('haie', { cout: 900, couts_unitaires: [{ libelle: 'Plantation', montant: 1500, unite }] })],
    });
    expect(tells(coutDeLAction, ['100 m de haie', 'km', 'ETP', 'an', 'hectare', 'maison'].map(haie))).toEqual([
      0, 0, 0, 0, 0, 1,
    ]);
  });

  it('a network of several departments comes from next door to some communes', () => {
    const voisine = (rest: object) => ({
      ...vide,
      actions: [action('v', { hors_territoire: true, communes: ['01001'], ...rest })],
    });
    expect(tells(lieuDeLAction, [voisine({ echelle: 'plus-large' }), voisine({})])).toEqual([0, 1]);
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
      ]),
    ).toEqual([0, 0, 0, 0, 1, 1]);
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
        criteres('cout_annuel', 'points'),
      ]),
    ).toEqual([0, 0, 1]);
    expect(
      tells(sensContraire, [criteres('charge_sur_capacite', '%', 'max'), criteres('cout_annuel', '€', 'max')]),
    ).toEqual([0, 1]);
  });
});
