/** What is done with the data of people: bases, agreements asked for, durations, and what is no contradiction. */
import { describe, expect, it } from 'vitest';
import {
  consentementEtBase,
  consentementNonRecueilli,
  conservationContredite,
  interetLegitimePublic,
} from '../../../../src/analysis/coherence/regles/mode-operatoire/donnees-personnelles.js';
import { count, mode, tells } from '../told.js';

const un = (rest: object) => ({ traitement: 'Fiches de saisine', finalite: 'Répondre aux demandes', ...rest });
const fiche = (...champs: string[]) => [{ rubrique: 'R', champs }];
const registre = (traitements: object[], champs: string[] = [], mention?: string) =>
  mode({
    donnees_personnelles: traitements,
    fiche_saisine: [...fiche(...champs), ...(mention ? [{ rubrique: 'M', champs: [], mention }] : [])],
  });
const MISSION = un({ base: 'Mission d’intérêt public' });
const ANNUAIRE = { traitement: 'Annuaire des bénévoles', finalite: 'Mettre en relation', base: 'Consentement' };

describe('an agreement asked for', () => {
  const dits = (traitements: object[], ...champs: string[]) => count(consentementEtBase, registre(traitements, champs));
  it('is told where the processing of the requests rests on another base', () => {
    for (const line of [
      'J’accepte que ma demande soit transmise au partenaire',
      'Je donne mon accord pour la conservation de mes coordonnées',
      'Consentement au traitement des données',
    ])
      expect(dits([MISSION], line), line).toBe(1);
    expect(count(consentementEtBase, registre([MISSION], [], 'En signant, je consens à l’usage de mes données.'))).toBe(
      1,
    );
    // Nothing of the register rests on a consent, whatever it is called.
    expect(dits([{ ...MISSION, traitement: 'Registre', finalite: 'Suivre' }], 'J’accepte d’être recontacté')).toBe(1);
  });
  it('is not told of an opposition, of a denial, of another agreement, nor of what rests on a consent', () => {
    for (const line of [
      'Je m’oppose à ce que ma demande soit transmise',
      'Vos données sont traitées sans votre accord, et sans consentement préalable',
      'Accord du maire sur le lieu',
      'J’accepte de visiter une ferme',
    ])
      expect(dits([MISSION], line), line).toBe(0);
    expect(dits([un({ base: 'Consentement' })], 'J’accepte que ma demande soit transmise')).toBe(0);
    expect(dits([MISSION, ANNUAIRE], 'J’accepte que mes coordonnées soient inscrites à l’annuaire')).toBe(0);
    expect(dits([MISSION, ANNUAIRE], 'J’accepte que ma demande soit transmise')).toBe(1);
    expect([
      dits([], 'J’accepte que ma demande soit transmise'),
      dits([un({})], 'J’accepte l’usage de mes données'),
    ]).toEqual([0, 0]);
  });
  it('is told in the register itself, and so is a second base', () => {
    const avec = (base: string, information: string) => dits([un({ base, information })]);
    expect(avec('Obligation légale', 'Accord écrit de chaque personne')).toBe(1);
    expect(avec('Intérêt légitime', 'Recueil du consentement')).toBe(1);
    expect(avec('Obligation légale', 'Notice au bas de la fiche ; aucun consentement n’est demandé')).toBe(0);
    expect(avec('Consentement', 'Accord écrit de chaque personne')).toBe(0);
    expect(avec('Mission d’intérêt public, ou consentement', 'Notice')).toBe(1);
    expect(avec('Mission d’intérêt public (sans consentement)', 'Notice')).toBe(0);
  });
});

it('a consent says how it is given and taken back', () => {
  const dits = (information?: string, champs: string[] = []) =>
    count(
      consentementNonRecueilli,
      registre([un({ base: 'Consentement', ...(information ? { information } : {}) })], champs),
    );
  expect([dits(), dits('Affiche à l’accueil'), dits('Accord écrit'), dits('Retrait à tout moment')]).toEqual([
    1, 1, 1, 1,
  ]);
  expect([
    dits('Accord écrit, retiré sur simple demande'),
    dits('Case à cocher ; désinscription par courriel'),
  ]).toEqual([0, 0]);
  // The form says it of the requests, and of nothing else.
  const lines = ['J’accepte que ma demande soit transmise', 'Vous pouvez retirer votre accord'];
  expect(dits(undefined, lines)).toBe(0);
  expect(count(consentementNonRecueilli, registre([ANNUAIRE], lines))).toBe(1);
  expect(count(consentementNonRecueilli, registre([MISSION]))).toBe(0);
});

it('what is kept has one end', () => {
  const dits = (rest: object, mention?: string) => count(conservationContredite, registre([un(rest)], [], mention));
  expect([
    dits({}),
    dits({ base: 'Contrat' }),
    dits({ donnees: ['Nom'] }),
    dits({ base: 'Contrat', duree_mois: 12 }),
  ]).toEqual([0, 1, 1, 0]);
  for (const [text, months, told] of [
    ['Elles sont gardées trente-six mois.', 36, 0],
    ['Elles sont gardées trente-six mois.', 24, 1],
    ['Conservées pendant 3 ans.', 36, 0],
    ['Effacées au bout d’un an.', 12, 0],
    ['Effacées au bout de deux ans.', 12, 1],
    ['Elles sont gardées dans une armoire.', 12, 0],
    ['Réponse sous deux mois.', 12, 0],
  ] as const)
    expect(dits({ duree_mois: months }, text), text).toBe(told);
  // A form that may speak of two processings tells of neither.
  const deux = registre(
    [un({ duree_mois: 12 }), un({ traitement: 'Demandes closes', duree_mois: 36 })],
    [],
    'Gardées 36 mois.',
  );
  expect(count(conservationContredite, deux)).toBe(0);
});

it('a public body has no legitimate interest; others may', () => {
  const study = (responsable: string | undefined, base = 'Intérêt légitime du responsable') =>
    registre([un({ base, ...(responsable ? { responsable } : {}) })]);
  const acteurs = [
    { id: 'cdc', nom: 'Communauté', type: 'collectivite' },
    { id: 'mare', nom: 'La Mare', type: 'association' },
  ];
  expect(
    tells(
      interetLegitimePublic,
      [study('cdc'), study('mare'), study(undefined), study('cdc', 'Mission d’intérêt public')].map((one) => ({
        ...one,
        acteurs,
      })),
    ),
  ).toEqual([1, 0, 0, 0]);
});
