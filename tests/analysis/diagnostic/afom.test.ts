/** Strengths, weaknesses, opportunities and threats of a domain, entry by entry, at the limits. */
import { describe, expect, it } from 'vitest';
import { designe } from '../../../src/analysis/diagnostic/acteurs.js';
import { casesAfom } from '../../../src/analysis/diagnostic/afom.js';
import { communsAuxDomaines } from '../../../src/analysis/diagnostic/communs.js';
import type { Study } from '../../../src/study/study.js';
import { acteur, besoin, etude } from '../small-study.js';

const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('strengths and weaknesses', () => {
  const domaine = { id: 'eau', libelle: 'Eau' };
  const un = (id: string, rest: object = {}) => ({
    id,
    libelle: `Besoin ${id}`,
    domaines: [domaine],
    illustratif: false,
    couverture: { niveau: 'non-couvert', manques: [] },
    ...rest,
  });
  const qui = (id: string, rest: object = {}) => ({
    id,
    court: id,
    nom: id,
    engagement: null,
    interet: null,
    quadrant: null,
    ...rest,
  });
  const quoi = (id: string, disponibilite: string, source: object = {}) => ({
    id,
    nom: `Outil ${id}`,
    domaines: [domaine],
    disponibilite,
    source,
  });
  const fait = (id: string, rest: object = {}) => ({
    id,
    titre: `Action ${id}`,
    libelle: `Action ${id}`,
    porteur: null,
    source: {},
    reussites: [],
    freins: [],
    ...rest,
  });
  const cases = (fiches: object, study: Partial<Study> = {}) =>
    casesAfom(etude(study), { domaine, besoins: [], acteurs: [], actions: [], outils: [], ...fiches } as never);
  const dit = (list: readonly { texte: string; preuve: string; illustratif: boolean }[]) =>
    list.map(({ texte, preuve, illustratif }) => `${plain(texte)} (${plain(preuve)})${illustratif ? ' *' : ''}`);

  it('without entry is an inventory without action, and no more', () => {
    const found = cases({});
    expect([found.forces, found.opportunites, found.menaces]).toEqual([[], [], []]);
    expect(dit(found.faiblesses)).toEqual(['Aucune action conduite n’est recensée (Inventaire des actions)']);
    expect(cases({ actions: [fait('a')] }).faiblesses).toEqual([]);
  });

  it('needs count for their coverage, three quoted at the most', () => {
    const covered = ['a', 'b', 'c', 'd'].map((id) =>
      un(id, { couverture: { niveau: 'couvert', manques: [] }, illustratif: id === 'd' }),
    );
    expect(dit(cases({ besoins: covered }).forces)).toEqual([
      'Besoins déjà couverts : 4 (« Besoin a », « Besoin b », « Besoin c » et 1 autre) *',
    ]);
    const open = [un('a', { libelle: 'Dire « oui »' })];
    expect(dit(cases({ besoins: open, actions: [fait('x')] }).faiblesses)).toEqual([
      'Besoin sans réponse : 1 (« Dire “oui” »)',
    ]);
    const short = [
      un('a', { couverture: { niveau: 'partiel', manques: [{ domaine }] } }),
      un('b', { couverture: { niveau: 'partiel', manques: [{ domaine: { id: 'air' } }] } }),
      un('c', { couverture: { niveau: 'non-couvert', manques: [{ domaine }] } }),
    ];
    expect(dit(cases({ besoins: short, actions: [fait('x')] }).faiblesses)).toEqual([
      'Besoin sans réponse : 1 (« Besoin c »)',
      'Besoin auquel il manque un acteur pour une des fonctions attendues : 1 (« Besoin a »)',
    ]);
  });

  it('what all the domains share is counted in each and quoted in none: the chapter says it once', () => {
    const air = { id: 'air', libelle: 'Air' };
    const deux = { etude: { ...etude({}).etude, domaines: [domaine, air] } } as never;
    const open = (id: string, domaines: object[]) => un(id, { domaines });
    const found = (besoins: object[], outils: object[] = []) =>
      dit(cases({ besoins, outils, actions: [fait('x')] }, deux).faiblesses);
    expect(found([open('a', [domaine, air])])).toEqual(['Besoin sans réponse : 1 (Commun à tous les domaines)']);
    expect(found([open('a', [domaine, air]), open('b', [domaine])])).toEqual([
      'Besoins sans réponse : 2 (« Besoin b » et 1 commun à tous les domaines)',
    ]);
    const own = ['b', 'c', 'd', 'e'].map((id) => open(id, [domaine]));
    expect(found([open('a', [domaine, air]), ...own])).toEqual([
      'Besoins sans réponse : 5 (« Besoin b », « Besoin c », « Besoin d », 1 autre et 1 commun à tous les domaines)',
    ]);
    const shared = communsAuxDomaines(etude(deux), {
      besoins: [open('a', [domaine, air]), open('b', [domaine])],
      outils: [quoi('x', 'a-creer'), { ...quoi('y', 'a-adapter'), domaines: [domaine, air] }],
    } as never);
    expect(shared.map(plain)).toEqual(['Un besoin sans réponse (« Besoin a »)', 'Un outil à adapter (« Outil y »)']);
    expect(communsAuxDomaines(etude({}), { besoins: [un('a')], outils: [] } as never)).toEqual([]);
  });

  it('what made actions succeed was read by the analysis only where nobody gave it', () => {
    const reussites = ['Un lieu fixe'];
    const dans = (fiabilite: string) =>
      dit(cases({ actions: [fait('a', { domaines: [domaine], source: { reussites, fiabilite } })] }).forces);
    expect(dans('declaratif')).toEqual(['Un lieu fixe (Relevé dans « Action a »)']);
    expect(dans('estime')).toEqual(['Un lieu fixe (Relevé par l’analyse dans « Action a »)']);
  });

  it('actors count who are committed, the client apart, and those never met', () => {
    const acteurs = [
      qui('x', { engagement: 'engage' }),
      qui('y', { engagement: 'volontaire' }),
      qui('z', { engagement: 'contacte' }),
    ];
    const known = { acteurs: ['x', 'y', 'z'].map((id) => acteur(id, { fiabilite: 'source' })) };
    expect(dit(cases({ acteurs }, known).forces)).toEqual(['Acteurs volontaires ou engagés : 2 (x et y)']);
    const client = qui('cdc', { nom: 'Communauté des Collines', engagement: 'engage' });
    expect(dit(cases({ acteurs: [...acteurs, client] }, known).forces)).toEqual([
      'Acteurs volontaires ou engagés, hors maître d’ouvrage : 2 (x et y)',
    ]);
    expect(
      dit(cases({ acteurs: [qui('a', { court: 'CDC', engagement: 'volontaire' }), acteurs[0]] }, known).forces),
    ).toEqual(['Acteur volontaire ou engagé, hors maître d’ouvrage : 1 (x)']);
    expect(dit(cases({ acteurs: [client] }, known).forces)).toEqual([]);
    expect(
      dit(cases({ acteurs: [acteurs[0]] }, { acteurs: [acteur('x', { fiabilite: 'illustratif' })] }).forces)[0],
    ).toMatch(/\*$/);
    expect(
      dit(
        cases({ acteurs: [acteurs[0]] }, { acteurs: [acteur('x'), acteur('autre', { fiabilite: 'illustratif' })] })
          .forces,
      )[0],
    ).not.toMatch(/\*$/);
    const never = [qui('a'), qui('b', { engagement: 'pressenti' }), acteurs[2]];
    expect(dit(cases({ acteurs: never, actions: [fait('s')] }).faiblesses)).toEqual([
      'Acteurs sans contact connu : 2 sur 3 (Niveaux d’engagement de l’inventaire)',
    ]);
    const sounded = [qui('a', { engagement: 'pressenti' }), acteurs[2]];
    expect(dit(cases({ acteurs: sounded, actions: [fait('s')] }).faiblesses)).toEqual([
      'Acteurs pressentis, sans contact connu : 1 sur 2 (Niveaux d’engagement de l’inventaire)',
    ]);
  });

  it('tools stand where their availability puts them', () => {
    const outils = [
      quoi('a', 'existant'),
      quoi('b', 'a-adapter', { fiabilite: 'illustratif' }),
      quoi('c', 'a-creer'),
      quoi('d', 'a-creer'),
    ];
    const found = cases({ outils, actions: [fait('x')] });
    expect([found.forces, found.opportunites, found.faiblesses].map(dit)).toEqual([
      ['Outil déjà en service : 1 (« Outil a »)'],
      ['Outil à adapter plutôt qu’à créer : 1 (« Outil b ») *'],
      ['Outils à créer : 2 (« Outil c » et « Outil d »)'],
    ]);
  });

  it('actions under way are joined; one bearer of more than half of three or more is a risk', () => {
    expect(
      dit(
        cases({
          actions: [fait('a', { source: { statut: 'en-cours' } }), fait('b', { source: { statut: 'terminee' } })],
        }).opportunites,
      ),
    ).toEqual(['Action en cours, à laquelle se relier : 1 (« Action a »)']);
    const borne = (...porteurs: (string | null)[]) =>
      dit(cases({ actions: porteurs.map((porteur, i) => fait(`a${i}`, { porteur })) }).menaces);
    expect(borne('X', 'X', 'X', 'Y', null)).toEqual([
      'Plus de la moitié des actions reposent sur un seul porteur : X (3 actions sur 5)',
    ]);
    expect([borne('X', 'X', 'X', 'Y', null, 'Z'), borne('X', 'X'), borne(null, null, null)]).toEqual([[], [], []]);
  });

  it('what is judged of actors is counted from three of them, never of all', () => {
    const keen = (n: number, others: number) => [
      ...Array.from({ length: n }, (_, i) => qui(`k${i}`, { interet: 4 })),
      ...Array.from({ length: others }, (_, i) => qui(`o${i}`, { interet: 3 })),
    ];
    expect(dit(cases({ acteurs: keen(3, 1) }).opportunites)).toEqual([
      'Acteurs très intéressés et pas encore engagés : 3 (Notes d’intérêt données par les auteurs de l’étude)',
    ]);
    expect([cases({ acteurs: keen(2, 2) }).opportunites, cases({ acteurs: keen(3, 0) }).opportunites]).toEqual([
      [],
      [],
    ]);
    const committed = keen(3, 1).map((one, i) => (i === 0 ? { ...one, engagement: 'engage' } : one));
    expect(cases({ acteurs: committed }).opportunites).toEqual([]);
    const client = keen(3, 1).map((one, i) => (i === 0 ? { ...one, nom: 'Communauté des Collines' } : one));
    expect(cases({ acteurs: client }).opportunites).toEqual([]);
    const influent = Array.from({ length: 4 }, (_, i) => qui(`k${i}`, { quadrant: i < 3 ? 'convaincre' : 'associer' }));
    expect(dit(cases({ acteurs: influent }).menaces)).toEqual([
      'Acteurs influents et peu intéressés : 3 (Notes d’intérêt et d’influence données par les auteurs de l’étude)',
    ]);
    expect(cases({ acteurs: influent.slice(0, 3) }).menaces).toEqual([]);
    expect([designe(2, 9), designe(3, 9), designe(3, 3), designe(0, 0)]).toEqual([true, false, true, true]);
  });

  it('obstacles are those that the needs of the domain name, the most frequent first, two at the most', () => {
    const besoins = [
      besoin('a', { freins: ['Le Coût', 'Le temps', 'Le temps'] } as never),
      besoin('b', { freins: ['le coût', 'La peur'], fiabilite: 'illustratif' } as never),
      besoin('c', { freins: ['Le temps'], domaines: ['air'] } as never),
    ];
    expect(dit(cases({}, { besoins }).menaces)).toEqual([
      'Frein : le Coût (Nommé à propos de « Besoin a » et « Besoin b ») *',
      'Frein : le temps (Nommé à propos de « Besoin a »)',
    ]);
  });

  it('obstacles that more needs name come first, wherever they stand', () => {
    const besoins = [
      besoin('a', { freins: ['Le prix'] } as never),
      besoin('b', { freins: ['Le temps'] } as never),
      besoin('c', { freins: ['Le temps'] } as never),
    ];
    expect(dit(cases({}, { besoins }).menaces).map((text) => text.slice(0, 16))).toEqual([
      'Frein : le temps',
      'Frein : le prix ',
    ]);
  });

  it('what is of this domain comes before what all share, and an obstacle that only needs of every domain name is none of it', () => {
    const all = etude().etude.domaines.map(({ id }) => id);
    expect(all.length).toBeGreaterThan(1);
    const besoins = [
      besoin('a', { freins: ['Les délais'], domaines: all } as never),
      besoin('b', { freins: ['Les délais', 'Le prix'], domaines: all } as never),
      besoin('c', { freins: ['Le prix'], domaines: ['eau'] } as never),
    ];
    expect(dit(cases({}, { besoins }).menaces)).toEqual([
      'Frein : le prix (Nommé à propos de « Besoin c » et « Besoin b »)',
    ]);
    const outils = [
      { ...quoi('a', 'a-adapter'), domaines: all },
      { ...quoi('b', 'a-adapter'), domaines: ['eau'] },
    ];
    expect(dit(cases({ outils }).opportunites)).toEqual([
      'Outils à adapter plutôt qu’à créer : 2 (« Outil b » et 1 commun à tous les domaines)',
    ]);
    const seul = { besoins: besoins.slice(0, 1), etude: { ...etude().etude, domaines: [domaine] } };
    expect(cases({}, seul as never).menaces).toHaveLength(1);
  });

  it('a need lacks an actor in this domain where one of its pairs does', () => {
    const manque = (...ids: string[]) => ({
      couverture: { niveau: 'partiel', manques: ids.map((id) => ({ domaine: { id } })) },
    });
    const short = (...besoins: object[]) =>
      dit(cases({ besoins, actions: [fait('x')] }).faiblesses).filter((text) => /acteur/.test(text)).length;
    expect([short(un('a', manque('air', 'eau'))), short(un('a', manque('air')))]).toEqual([1, 0]);
  });

  it('four items at the most are kept, the heaviest', () => {
    const besoins = [un('a'), un('b', { couverture: { niveau: 'partiel', manques: [{ domaine }] } })];
    const found = cases({ besoins, acteurs: [qui('x')], outils: [quoi('c', 'a-creer')] });
    expect(found.faiblesses.map(({ exhibit }) => exhibit)).toEqual([
      'actions-par-domaine',
      'besoins-couverture',
      'besoins-couverture',
      'acteurs-engagement',
    ]);
  });
});
