/** Strengths, weaknesses, opportunities and threats of one domain: each item is drawn from entries of that domain, on this territory, and says which. */
import type { Study } from '../../study/study.js';
import type { Besoin } from '../../study/types.gen.js';
import { majuscule } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { fiabiliteDe, preuvesDe, recueillis, solidite } from '../preuves.js';
import { designe, engage, estLeMaitre } from './acteurs.js';
import { elementsCites } from './actions.js';
import { citer, propresDAbord, quelques } from './communs.js';
import type { ActeurAnalyse, ActionAnalyse, CaseAfom, ElementAfom, Etiquette, OutilAnalyse } from './types.js';
import type { BesoinAnalyse } from './types-besoins.js';

/** The entries of one domain, and no others: what another domain or territory did is no evidence here. */
export interface FichesDomaine {
  domaine: Etiquette;
  besoins: BesoinAnalyse[];
  acteurs: ActeurAnalyse[];
  /** Past actions that count. */
  actions: ActionAnalyse[];
  outils: OutilAnalyse[];
}

/** Items kept in each of the four cases: the heaviest. */
const PAR_CASE = 4;
/** Items of one kind in a case, so that no kind crowds the others out. */
const PAR_NATURE = 2;

const garder = (items: (ElementAfom | false)[]): ElementAfom[] =>
  items
    .filter((item) => item !== false)
    .sort((a, b) => b.poids - a.poids)
    .slice(0, PAR_CASE);

/** Whether these fields of these actors are illustrative, wholly or in part. */
const dits = (etude: Study, acteurs: readonly ActeurAnalyse[], champs: readonly string[]): boolean => {
  const siens = new Set(acteurs.map(({ id }) => id));
  return (
    solidite(
      preuvesDe(
        etude.acteurs.filter(({ id }) => siens.has(id)),
        champs,
      ),
    ) !== 'fonde'
  );
};

/** Whether the availability of these tools is said to be illustrative. */
const supposes = (outils: readonly OutilAnalyse[]): boolean =>
  outils.some(({ source }) => fiabiliteDe(source, ['disponibilite']) === 'illustratif');

function desFacteurs(actions: readonly ActionAnalyse[], champ: 'reussites' | 'freins'): ElementAfom[] {
  return elementsCites(actions, champ)
    .slice(0, PAR_NATURE)
    .map(({ texte, nombre, actions: siennes, illustratif }) => {
      const sources = actions.filter(({ id }) => siennes.some((one) => one.id === id)).map(({ source }) => source);
      // What a source or somebody gives is no reading of the analysis.
      const par = recueillis(preuvesDe(sources, [champ])) ? '' : ' par l’analyse';
      return {
        texte: majuscule(texte),
        preuve: `Relevé${par} dans ${quelques(siennes.map(({ libelle }) => libelle))}`,
        exhibit: 'reussites-freins',
        poids: 2 + nombre,
        illustratif,
      };
    });
}

/** « Besoins sans réponse : 3 »: a statement that opens with its subject, never with a digit. */
const dit = (nombre: number, un: string, plusieurs: string): string =>
  `${majuscule(nombre < 2 ? un : plusieurs)} : ${nombreFr(nombre)}`;

function desBesoins(
  etude: Study,
  besoins: readonly BesoinAnalyse[],
  un: string,
  plusieurs: string,
  poids: number,
): ElementAfom | false {
  return (
    besoins.length > 0 && {
      texte: dit(besoins.length, un, plusieurs),
      preuve: citer(etude, besoins, ({ libelle }) => libelle),
      exhibit: 'besoins-couverture',
      poids: poids + besoins.length / 100,
      illustratif: besoins.some(({ illustratif }) => illustratif),
    }
  );
}

function forces(etude: Study, { besoins, acteurs, actions, outils }: FichesDomaine): ElementAfom[] {
  const engages = acteurs.filter((acteur) => engage(acteur) && !estLeMaitre(etude, acteur));
  const existants = outils.filter(({ disponibilite }) => disponibilite === 'existant');
  return garder([
    desBesoins(
      etude,
      besoins.filter(({ couverture }) => couverture.niveau === 'couvert'),
      'besoin déjà couvert',
      'besoins déjà couverts',
      5,
    ),
    engages.length > 0 && {
      texte: acteurs.some((acteur) => engage(acteur) && estLeMaitre(etude, acteur))
        ? dit(
            engages.length,
            'acteur volontaire ou engagé, hors maître d’ouvrage',
            'acteurs volontaires ou engagés, hors maître d’ouvrage',
          )
        : dit(engages.length, 'acteur volontaire ou engagé', 'acteurs volontaires ou engagés'),
      preuve: quelques(
        engages.map(({ court }) => court),
        (nom) => nom,
      ),
      exhibit: 'acteurs-engagement',
      poids: 4.5,
      illustratif: dits(etude, engages, ['engagement']),
    },
    existants.length > 0 && {
      texte: dit(existants.length, 'outil déjà en service', 'outils déjà en service'),
      preuve: citer(etude, existants, ({ nom }) => nom),
      exhibit: 'outils-mobilisables',
      poids: 3,
      illustratif: supposes(existants),
    },
    ...desFacteurs(actions, 'reussites'),
  ]);
}

function faiblesses(etude: Study, { besoins, acteurs, actions, outils, domaine }: FichesDomaine): ElementAfom[] {
  const jamais = acteurs.filter(({ engagement }) => engagement === null || engagement === 'pressenti');
  const aCreer = outils.filter(({ disponibilite }) => disponibilite === 'a-creer');
  const sansActeur = besoins.filter(({ couverture }) => couverture.manques.some((m) => m.domaine.id === domaine.id));
  return garder([
    desBesoins(
      etude,
      besoins.filter(({ couverture }) => couverture.niveau === 'non-couvert'),
      'besoin sans réponse',
      'besoins sans réponse',
      6,
    ),
    desBesoins(
      etude,
      sansActeur.filter(({ couverture }) => couverture.niveau !== 'non-couvert'),
      'besoin auquel il manque un acteur pour une des fonctions attendues',
      'besoins auxquels il manque un acteur pour une des fonctions attendues',
      4.5,
    ),
    actions.length === 0 && {
      texte: 'Aucune action conduite n’est recensée',
      preuve: 'Inventaire des actions',
      exhibit: 'actions-par-domaine',
      poids: 7,
      illustratif: false,
    },
    jamais.length > 0 && {
      // Whoever has no state written is not « pressenti ».
      texte: `Acteurs ${jamais.every(({ engagement }) => engagement === 'pressenti') ? 'pressentis, ' : ''}sans contact connu : ${nombreFr(jamais.length)} sur ${nombreFr(acteurs.length)}`,
      preuve: 'Niveaux d’engagement de l’inventaire',
      exhibit: 'acteurs-engagement',
      poids: 4,
      illustratif: dits(etude, jamais, ['engagement']),
    },
    aCreer.length > 0 && {
      texte: dit(aCreer.length, 'outil à créer', 'outils à créer'),
      preuve: citer(etude, aCreer, ({ nom }) => nom),
      exhibit: 'outils-mobilisables',
      poids: 3,
      illustratif: supposes(aCreer),
    },
    ...desFacteurs(actions, 'freins'),
  ]);
}

function opportunites(etude: Study, { acteurs, outils, actions }: FichesDomaine): ElementAfom[] {
  const interesses = acteurs.filter(
    (acteur) => (acteur.interet ?? 0) > 3 && !engage(acteur) && !estLeMaitre(etude, acteur),
  );
  const aAdapter = outils.filter(({ disponibilite }) => disponibilite === 'a-adapter');
  const vivantes = actions.filter(({ source }) => source.statut === 'en-cours');
  return garder([
    aAdapter.length > 0 && {
      texte: dit(aAdapter.length, 'outil à adapter plutôt qu’à créer', 'outils à adapter plutôt qu’à créer'),
      preuve: citer(etude, aAdapter, ({ nom }) => nom),
      exhibit: 'outils-mobilisables',
      poids: 4,
      illustratif: supposes(aAdapter),
    },
    vivantes.length > 0 && {
      texte: dit(vivantes.length, 'action en cours, à laquelle se relier', 'actions en cours, auxquelles se relier'),
      preuve: quelques(vivantes.map(({ titre }) => titre)),
      exhibit: 'actions-par-domaine',
      poids: 3.5,
      illustratif: false,
    },
    !designe(interesses.length, acteurs.length) && {
      // Counted, never named: these notes are a judgement of the consultant.
      texte: dit(
        interesses.length,
        'acteur très intéressé et pas encore engagé',
        'acteurs très intéressés et pas encore engagés',
      ),
      preuve: 'Notes d’intérêt données par les auteurs de l’étude',
      exhibit: 'interet-influence',
      poids: 3.2,
      illustratif: dits(etude, interesses, ['interet']),
    },
  ]);
}

/** The obstacles that the needs of a domain name, the most frequent first; those that only needs of every domain name are no threat to one of them. */
function obstacles(besoins: readonly Besoin[], domaines: number): ElementAfom[] {
  const found = new Map<string, { texte: string; besoins: Besoin[] }>();
  const propre = ({ domaines: own }: Besoin): boolean => own.length < domaines || domaines === 1;
  for (const besoin of propresDAbord(besoins))
    for (const texte of new Set(besoin.freins ?? [])) {
      const key = texte.toLowerCase();
      const entry = found.get(key) ?? { texte, besoins: [] };
      entry.besoins.push(besoin);
      found.set(key, entry);
    }
  return [...found.values()]
    .filter(({ besoins: siens }) => siens.some(propre))
    .sort((a, b) => b.besoins.length - a.besoins.length)
    .slice(0, PAR_NATURE)
    .map(({ texte, besoins: siens }) => ({
      texte: `Frein : ${texte.charAt(0).toLowerCase()}${texte.slice(1)}`,
      preuve: `Nommé à propos de ${quelques(siens.map(({ libelle }) => libelle))}`,
      exhibit: 'besoins-couverture',
      poids: 3 + siens.length,
      illustratif: siens.some((besoin) => fiabiliteDe(besoin, ['freins']) === 'illustratif'),
    }));
}

function menaces(etude: Study, { domaine, acteurs, actions }: FichesDomaine): ElementAfom[] {
  const siens = etude.besoins.filter(({ domaines }) => domaines.includes(domaine.id));
  const convaincre = acteurs.filter(({ quadrant }) => quadrant === 'convaincre');
  const porteurs = [...new Set(actions.flatMap(({ porteur }) => porteur ?? []))].map((porteur) => ({
    porteur,
    nombre: actions.filter((action) => action.porteur === porteur).length,
  }));
  const dominant = porteurs.find(({ nombre }) => nombre >= 3 && nombre * 2 > actions.length);
  return garder([
    ...obstacles(siens, etude.etude.domaines.length),
    dominant !== undefined && {
      texte: `Plus de la moitié des actions reposent sur un seul porteur : ${dominant.porteur}`,
      preuve: `${dominant.nombre} actions sur ${actions.length}`,
      exhibit: 'actions-par-porteur',
      poids: 4,
      illustratif: false,
    },
    !designe(convaincre.length, acteurs.length) && {
      texte: dit(convaincre.length, 'acteur influent et peu intéressé', 'acteurs influents et peu intéressés'),
      preuve: 'Notes d’intérêt et d’influence données par les auteurs de l’étude',
      exhibit: 'interet-influence',
      poids: 3.5,
      illustratif: dits(etude, convaincre, ['interet', 'influence']),
    },
  ]);
}

export const casesAfom = (etude: Study, fiches: FichesDomaine): Record<CaseAfom, ElementAfom[]> => ({
  forces: forces(etude, fiches),
  faiblesses: faiblesses(etude, fiches),
  opportunites: opportunites(etude, fiches),
  menaces: menaces(etude, fiches),
});
