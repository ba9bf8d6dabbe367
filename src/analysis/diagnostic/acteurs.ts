/** Actors by function, domain, public and engagement; their interest and influence; the links between them. */
import { itemAt } from '../../lists/at.js';
import { fonctionsDe } from '../../study/contrat.js';
import type { Study } from '../../study/study.js';
import type { Acteur } from '../../study/types.gen.js';
import { ordre, parOrdreFrancais } from '../../texte/ordre.js';
import type { StudyAt } from '../dates.js';
import { ENGAGEMENTS, etiquette, etiquettes, nomCourt, nus, QUADRANTS, TYPES_ACTEURS } from '../vocabulaire.js';
import { actionComptee } from './actions-comptees.js';
import type { ActeurAnalyse, ActeursAnalysis, Comptage, Etiquette, Quadrant } from './types.js';

/** A note above the middle of the 1–5 scale is high. */
const fort = (note: number): boolean => note > 3;

/** Mendelow's grid: influence decides whether to win over, interest whether to involve. */
export function quadrantDe(interet: number | null, influence: number | null): Quadrant | null {
  if (interet === null || influence === null) return null;
  if (fort(influence)) return fort(interet) ? 'associer' : 'convaincre';
  return fort(interet) ? 'appuyer' : 'informer';
}

const ACTION_COMMUNE = 'action conduite ensemble';

/** Actors of one action: its bearer and its partners, each once. */
const participantsDe = ({ porteur, partenaires = [] }: Study['actions'][number]): string[] =>
  [...new Set([porteur, ...partenaires])].filter((id) => id !== undefined);

/**
 * Links between actors: what the entries say, and one for each pair that took part in an action that counts and that no entry links already.
 * A link to itself or to an unknown actor is ignored.
 */
function liensDe(etude: Study): ActeursAnalysis['liens'] {
  const noms = new Map(etude.acteurs.map((acteur) => [acteur.id, nomCourt(acteur)]));
  const lien = (de: string, vers: string, nature: string): ActeursAnalysis['liens'] => {
    const [source, cible] = [noms.get(de), noms.get(vers)];
    if (source === undefined || cible === undefined || de === vers) return [];
    return [{ source: { id: de, libelle: source }, cible: { id: vers, libelle: cible }, nature }];
  };
  const pair = (de: string, vers: string): string => [de, vers].sort().join(' ');
  const declares = etude.acteurs.flatMap((acteur) =>
    (acteur.liens ?? []).flatMap(({ acteur: vers, nature }) => lien(acteur.id, vers, nature)),
  );
  const known = new Set(declares.map(({ source, cible }) => pair(source.id, cible.id)));
  const communs = etude.actions.filter(actionComptee).flatMap((action) => {
    const ids = participantsDe(action);
    return ids.flatMap((de, i) =>
      ids.slice(i + 1).flatMap((vers) => {
        if (known.has(pair(de, vers))) return [];
        known.add(pair(de, vers));
        return lien(de, vers, ACTION_COMMUNE);
      }),
    );
  });
  return [...declares, ...communs].sort(
    (a, b) => ordre(a.source.id, b.source.id) || ordre(a.cible.id, b.cible.id) || ordre(a.nature, b.nature),
  );
}

/** The client, when the study asks it of others: its own engagement is no finding. */
export const estLeMaitre = ({ etude }: Study, acteur: Pick<ActeurAnalyse, 'nom' | 'court'>): boolean =>
  acteur.nom === etude.maitre_ouvrage.nom || acteur.court === etude.maitre_ouvrage.sigle;

export const engage = ({ engagement }: Pick<ActeurAnalyse, 'engagement'>): boolean =>
  engagement === 'engage' || engagement === 'volontaire';

const maitreParmi = (
  engages: readonly ActeurAnalyse[],
  maitre: (acteur: ActeurAnalyse) => boolean,
): 'seul' | 'parmi' | null => (engages.some(maitre) ? (engages.length === 1 ? 'seul' : 'parmi') : null);

/** Levels that nobody can know without having met the actor. */
const ETABLIS: readonly (string | undefined)[] = ['contacte', 'volontaire', 'engage'];

/** Date that establishes the engagement of an actor: its own, else that of the first meeting where it sat; a meeting of example establishes nothing. */
export function dateEngagement({ reunions }: Study, { id, engagement_date }: Acteur): string | null {
  const seances = reunions
    .filter(({ etat, fiabilite }) => etat === 'tenue' && fiabilite !== 'illustratif')
    .filter(({ presents }) => presents?.some(({ acteur }) => acteur === id))
    .map(({ date }) => date)
    .sort();
  return engagement_date ?? seances[0] ?? null;
}

/** Fewer than these, and who is counted is guessed by anyone who knows the territory. */
const EFFECTIF_MINIMAL = 3;

/** Whether a count of actors judged by the consultant names them: none, too few, or all of those among whom they are counted. */
export const designe = (nombre: number, parmi: number): boolean => nombre < EFFECTIF_MINIMAL || nombre === parmi;

/** Neighbours of each actor, each once whichever names the other. */
function voisins(acteurs: readonly Acteur[], liens: ActeursAnalysis['liens']): Map<string, Set<string>> {
  const found = new Map(acteurs.map((acteur) => [acteur.id, new Set<string>()]));
  for (const { source, cible } of liens) {
    found.get(source.id)?.add(cible.id);
    found.get(cible.id)?.add(source.id);
  }
  return found;
}

type Axe = (acteur: ActeurAnalyse) => Etiquette[];

function comptage(
  acteurs: ActeurAnalyse[],
  lignes: Etiquette[],
  ligneDe: Axe,
  colonnes: Etiquette[],
  colonneDe: Axe,
): Comptage {
  return {
    lignes,
    colonnes,
    valeurs: lignes.map((ligne) =>
      colonnes.map(
        (colonne) =>
          acteurs.filter(
            (a) => ligneDe(a).some((e) => e.id === ligne.id) && colonneDe(a).some((e) => e.id === colonne.id),
          ).length,
      ),
    ),
  };
}

function analyserListe(etude: Study, liens: ActeursAnalysis['liens']): ActeurAnalyse[] {
  const links = voisins(etude.acteurs, liens);
  const actions = new Map<string, string[]>();
  for (const action of etude.actions.filter(actionComptee))
    for (const id of participantsDe(action)) actions.set(id, [...(actions.get(id) ?? []), action.id]);
  return etude.acteurs
    .map((acteur): ActeurAnalyse => {
      const interet = acteur.interet ?? null;
      const influence = acteur.influence ?? null;
      const engagementDate = dateEngagement(etude, acteur);
      return {
        id: acteur.id,
        court: nomCourt(acteur),
        nom: acteur.nom,
        type: acteur.type,
        typeLibelle: etiquette(TYPES_ACTEURS, acteur.type).libelle,
        domaines: etiquettes(etude.etude.domaines, acteur.domaines),
        fonctions: etiquettes(etude.etude.fonctions, acteur.fonctions),
        publics: etiquettes(etude.etude.publics, acteur.publics),
        engagement: acteur.engagement ?? null,
        engagementLibelle: etiquette(ENGAGEMENTS, acteur.engagement ?? 'non-renseigne').libelle,
        engagementDate,
        engagementPresume: ETABLIS.includes(acteur.engagement) && engagementDate === null,
        interet,
        influence,
        quadrant: quadrantDe(interet, influence),
        joursAn: acteur.moyens?.jours_an ?? null,
        degre: links.get(acteur.id)?.size ?? 0,
        actions: actions.get(acteur.id) ?? [],
        illustratif: acteur.fiabilite === 'illustratif',
      };
    })
    .sort((a, b) => parOrdreFrancais(a.court, b.court) || ordre(a.id, b.id));
}

export function analyserActeurs(etude: StudyAt): ActeursAnalysis {
  const liens = liensDe(etude);
  const liste = analyserListe(etude, liens);
  const nommes = new Set(etude.acteurs.flatMap(({ id, cite_au_contrat: named }) => (named ? [id] : [])));
  const domaines = nus(etude.etude.domaines);
  const fonctions = nus(etude.etude.fonctions);
  const niveauDe: Axe = (acteur) => [{ id: acteur.engagement ?? 'non-renseigne', libelle: acteur.engagementLibelle }];
  // A function that does not apply in a domain is not missing there.
  const vaut = (fonction: Etiquette, domaine: Etiquette): boolean =>
    fonctionsDe(etude, domaine.id).some(({ id }) => id === fonction.id);
  const fonctionDomaine = comptage(
    liste,
    fonctions,
    (a) => a.fonctions,
    domaines,
    (a) => a.domaines,
  );
  const valables = fonctionDomaine.valeurs.map((row, f) =>
    row.map((n, d) => (vaut(itemAt(fonctions, f), itemAt(domaines, d)) ? n : null)),
  );
  const niveaux = ENGAGEMENTS.filter((e) => e.id !== 'non-renseigne' || liste.some((a) => a.engagement === null));
  const jours = liste.flatMap((a) => (a.joursAn === null ? [] : [a.joursAn]));
  const types = [...new Set(liste.map((a) => a.type))]
    .map((id) => ({ ...etiquette(TYPES_ACTEURS, id), nombre: liste.filter((a) => a.type === id).length }))
    .sort((a, b) => b.nombre - a.nombre || ordre(a.id, b.id));
  return {
    liste,
    fonctionDomaine: { ...fonctionDomaine, valeurs: valables },
    fonctionPublic: comptage(
      liste,
      fonctions,
      (a) => a.fonctions,
      nus(etude.etude.publics),
      (a) => a.publics,
    ),
    engagement: niveaux.map((e) => ({
      ...e,
      acteurs: liste.filter((a) => (a.engagement ?? 'non-renseigne') === e.id),
    })),
    presumes: {
      nombre: liste.filter(({ engagementPresume }) => engagementPresume).length,
      total: liste.filter(({ engagement }) => ETABLIS.includes(engagement ?? undefined)).length,
    },
    auContrat: {
      total: nommes.size,
      sansContact: liste
        .filter(({ id, engagement }) => nommes.has(id) && !ETABLIS.includes(engagement ?? undefined))
        .map(({ court }) => court),
    },
    maitreEngage: maitreParmi(liste.filter(engage), (acteur) => estLeMaitre(etude, acteur)),
    engagementDomaine: comptage(liste, [...niveaux], niveauDe, domaines, (a) => a.domaines),
    types,
    quadrants: (Object.keys(QUADRANTS) as Quadrant[]).map((quadrant) => ({
      quadrant,
      libelle: QUADRANTS[quadrant],
      acteurs: liste.filter((a) => a.quadrant === quadrant),
    })),
    sansNote: liste.filter((a) => a.quadrant === null).length,
    liens,
    isoles: liste.filter((a) => a.degre === 0),
    plusRelies: liste
      .filter((a) => a.degre > 0)
      .sort((a, b) => b.degre - a.degre || parOrdreFrancais(a.court, b.court) || ordre(a.id, b.id))
      .slice(0, 10),
    vides: fonctions.flatMap((fonction, f) =>
      domaines.flatMap((domaine, d) => (valables[f]?.[d] === 0 ? [{ fonction, domaine }] : [])),
    ),
    parFonction: fonctions.map((f) => ({
      ...f,
      nombre: liste.filter((a) => a.fonctions.some((e) => e.id === f.id)).length,
    })),
    joursAn: { total: jours.reduce((sum, n) => sum + n, 0), connus: jours.length },
    illustratifs: liste.filter((a) => a.illustratif).length,
  };
}
