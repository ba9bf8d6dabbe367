/** Fields of the study by their path, and the figures of a diagnostic, each under its name. */
import { describe, expect, it } from 'vitest';
import { champDe, suites } from '../../../src/analysis/chiffres/chemins.js';
import { chiffresDe, nomsPossibles, trouver } from '../../../src/analysis/chiffres/index.js';
import { textes } from '../../../src/analysis/cites.js';
import { acteur, action, besoin, DATE, etude, experience, outil, petitProjet, rencontre } from '../small-study.js';

describe('a field of the study by its path', () => {
  const study = etude({
    acteurs: [acteur('mare', { nom: 'La Mare' })],
    projets: [
      petitProjet('haies', {
        retenu_le: '2018-06',
        budget: [{ poste: 'Plants', prevu: 12 }],
        calendrier: [{ etape: 'x', debut: '2018', fin: '2018-07-01' }],
      }),
    ],
  });
  it('is a number, a date or a text, or none', () => {
    expect(champDe(study, 'acteurs.mare.nom')).toEqual({
      nom: 'acteurs.mare.nom',
      libelle: 'acteurs.mare.nom',
      valeur: 'La Mare',
      unite: 'texte',
    });
    expect(champDe(study, 'projets.haies.budget.1.prevu')).toMatchObject({ valeur: 12, unite: 'nombre' });
    expect(
      [
        'projets.haies.retenu_le',
        'projets.haies.calendrier.1.fin',
        'projets.haies.calendrier.1.debut',
        'etude.date',
      ].map((nom) => champDe(study, nom)?.unite),
    ).toEqual(['date', 'date', 'texte', 'date']);
    for (const none of [
      'acteurs',
      'acteurs.mare',
      'acteurs.autre.nom',
      'acteurs.mare.nom.x',
      'inconnu.x',
      'acteurs.mare.toString',
      'projets.haies.budget.2.prevu',
      'criteres.x',
      '',
    ])
      expect(champDe(study, none), none).toBeUndefined();
  });
  it('has names that may follow what is known of it', () => {
    expect(suites(study, 'acteurs')).toEqual(['acteurs.mare']);
    expect(suites(study, 'acteurs.mar')).toEqual(['acteurs.mare']);
    expect(suites(study, 'projets.haies.budget.x')).toEqual(['projets.haies.budget.1']);
    expect(suites(study, 'projets.haies.budget.1')).toEqual([
      'projets.haies.budget.1.poste',
      'projets.haies.budget.1.prevu',
    ]);
    expect(suites(study, 'acteurs.mare.nom.x')).toEqual([]);
    expect([suites(study, 'inconnu.x'), suites(study, 'criteres.x')]).toEqual([[], []]);
  });
  it('comes after the figures that are computed', () => {
    const chiffres = chiffresDe(study, DATE);
    expect(trouver(study, chiffres, 'acteurs.total')?.valeur).toBe(1);
    expect(trouver(study, chiffres, 'acteurs.mare.nom')?.valeur).toBe('La Mare');
    expect(trouver(study, chiffres, 'acteurs.x')).toBeUndefined();
    const names = nomsPossibles(study, chiffres, 'acteurs.x');
    expect([names.includes('acteurs.total'), names.at(-1)]).toEqual([true, 'acteurs.mare']);
  });
});

describe('the figures of a diagnostic', () => {
  const study = etude({
    besoins: [
      besoin('a', { importance: 5 }),
      besoin('b', { importance: 5 }),
      besoin('c', { public: 'familles', domaines: ['air'], fiabilite: 'illustratif' }),
    ],
    acteurs: [
      acteur('x', { engagement: 'engage' }),
      acteur('y', { publics: ['familles'], domaines: ['air'], fonctions: ['conseiller', 'former'] }),
      acteur('z', { engagement: 'volontaire' }),
    ],
    actions: [action('p'), action('q', { domaines: ['air'] })],
    outils: [outil('o'), outil('r', { disponibilite: 'a-creer' } as never)],
    experiences: [experience('e'), experience('f', { retenue: false })],
    participation: [rencontre('n'), rencontre('m', { participants: { familles: 5 } })],
  });
  // A tool that is still to be made is in the inventory, and serves no domain yet.
  it('are those of its inventories, each under its name', () => {
    const chiffres = chiffresDe(study, DATE);
    const of = (...noms: string[]) => noms.map((nom) => chiffres.get(nom)?.valeur);
    expect(of('besoins.total', 'besoins.illustratifs')).toEqual([3, 1]);
    const [couverts, partiels, non] = of('besoins.couverts', 'besoins.partiels', 'besoins.non_couverts') as [
      number,
      number,
      number,
    ];
    expect(couverts + partiels + non).toBe(3);
    expect(
      of(
        'publics.ecoles.besoins',
        'publics.familles.besoins',
        'publics.ecoles.participants',
        'publics.familles.participants',
      ),
    ).toEqual([2, 1, 12, 5]);
    expect(of('domaines.eau.besoins', 'domaines.air.besoins', 'domaines.eau.actions', 'domaines.air.actions')).toEqual([
      2, 1, 1, 1,
    ]);
    expect(
      of('domaines.eau.acteurs', 'domaines.eau.acteurs_engages', 'domaines.air.acteurs_engages', 'domaines.eau.outils'),
    ).toEqual([2, 2, 0, 1]);
    expect(of('actions.total', 'acteurs.total', 'acteurs.engage', 'acteurs.volontaire', 'outils.total')).toEqual([
      2, 3, 1, 1, 2,
    ]);
    expect(
      of('experiences.total', 'experiences.retenues', 'participation.participants', 'participation.rencontres'),
    ).toEqual([2, 1, 17, 2]);
    expect(
      of('territoire.communes', 'territoire.population', 'perimetres.haut.communes', 'perimetres.haut.population'),
    ).toEqual([2, 1000, 1, 300]);
    expect(of('fonctions.conseiller.acteurs', 'fonctions.former.acteurs', 'sources.total')).toEqual([3, 1, 0]);
    // Two needs share the first place; one public has it alone.
    expect(chiffres.get('besoins.premier')).toMatchObject({ valeur: 'Besoin a', unite: 'texte', exAequo: 2 });
    expect(chiffres.get('publics.premier')).toMatchObject({ valeur: 'Écoles', exAequo: 1 });
    expect(chiffres.get('scenarios.total')).toBeUndefined();
    expect(chiffresDe(etude(), DATE).get('besoins.premier')).toBeUndefined();
    // Communes whose population nobody wrote are not empty ones.
    const { territoire } = etude();
    const communes = territoire.communes.map(({ population: _, ...commune }) => commune);
    const silent = chiffresDe(etude({ territoire: { ...territoire, communes } }), DATE);
    expect([silent.get('territoire.communes')?.valeur, silent.get('territoire.population')]).toEqual([
      communes.length,
      undefined,
    ]);
  });
});

describe('texts found in a value', () => {
  it('are all of them, and the keys of its maps', () => {
    expect([...textes({ a: ['x', { b: 'y' }], c: 3, d: null, e: undefined, f: true }, new Set(['z']))].sort()).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'x',
      'y',
      'z',
    ]);
  });
});
