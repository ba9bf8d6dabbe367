/** Actions already conducted: by domain, public, year, bearer, cost, and what made them succeed or fail. */
import type { Study } from '../../study/study.js';
import type { Action } from '../../study/types.gen.js';
import { majuscule, minuscule } from '../../texte/accords.js';
import { anneeDe } from '../../texte/dates.js';
import { ordre, parOrdreFrancais } from '../../texte/ordre.js';
import type { StudyAt } from '../dates.js';
import { montantProbable } from '../montants.js';
import { fiabiliteDe } from '../preuves.js';
import { etiquettes, nomActeur, nus } from '../vocabulaire.js';
import { actionComptee, motifApart, RESERVES_PRECEDENT, reservesPrecedent } from './actions-comptees.js';
import type {
  ActionAnalyse,
  ActionsAnalysis,
  CoutConnu,
  ElementCite,
  Etiquette,
  GroupeActions,
  Precedent,
  QualitePrecedent,
} from './types.js';

/** Known costs only: an unknown cost is counted apart, never taken as zero. */
export function coutConnu(actions: readonly { cout: number | null }[]): CoutConnu {
  const connus = actions.flatMap((action) => (action.cout === null ? [] : [action.cout]));
  return {
    total: connus.reduce((sum, cout) => sum + cout, 0),
    connus: connus.length,
    inconnus: actions.length - connus.length,
  };
}

/** When it was, and that it was given up, if it was. */
const periode = (action: Action): string =>
  `${anneesDe(action)}${action.statut === 'abandonnee' ? ', abandonnée' : ''}`;

function anneesDe(action: Action): string {
  const debut = anneeDe(action.debut);
  const fin = anneeDe(action.fin);
  if (debut === null) return fin === null ? 'non datée' : `jusqu’en ${fin}`;
  if (fin === null) return action.statut === 'en-cours' ? `depuis ${debut}` : String(debut);
  return debut === fin ? String(debut) : `${debut}-${fin}`;
}

/** The remark of the entry, else what its fields say is unsure; a scale that the counts set apart is told beside any remark. */
function reserveDe(action: Action): string | null {
  // Elsewhere, its scale is not that of the territory at all.
  const scale =
    action.echelle === 'plus-large' && !action.hors_territoire ? 'Échelle plus large que le territoire' : '';
  if (action.commentaire !== undefined) return [scale && `${scale}.`, action.commentaire].filter(Boolean).join(' ');
  const unsure = [
    action.debut === undefined
      ? 'Date non lue'
      : fiabiliteDe(action, ['debut']) === 'declaratif' && action.fiabilite_champs?.debut !== undefined
        ? 'Date à vérifier'
        : '',
    scale,
  ].filter(Boolean);
  return unsure.length > 0 ? `${majuscule(unsure.map(minuscule).join(' ; '))}.` : null;
}

function analyserAction(etude: Study, action: Action): ActionAnalyse {
  return {
    id: action.id,
    titre: action.titre,
    annee: anneeDe(action.debut) ?? anneeDe(action.fin),
    periode: periode(action),
    domaines: etiquettes(etude.etude.domaines, action.domaines),
    publics: etiquettes(etude.etude.publics, action.publics),
    porteur: nomActeur(etude, action.porteur) ?? action.porteur_nom ?? null,
    partenaires: [
      ...(action.partenaires ?? []).flatMap((id) => nomActeur(etude, id) ?? []),
      ...(action.autres_partenaires ?? []),
    ],
    cout: montantProbable(action.cout),
    reproductibilite: action.reproductibilite ?? null,
    indicatives: etiquettes(etude.etude.actions_indicatives ?? [], action.actions_indicatives),
    illustratif: action.fiabilite === 'illustratif',
    reserve: reserveDe(action),
    source: action,
  };
}

const groupe = (entry: Etiquette, actions: ActionAnalyse[]): GroupeActions => ({
  ...entry,
  nombre: actions.length,
  cout: coutConnu(actions),
  actions,
});

/** Same words (case and final stop aside) are the same factor; most cited first. */
export function elementsCites(actions: readonly ActionAnalyse[], champ: 'reussites' | 'freins'): ElementCite[] {
  const found = new Map<string, { texte: string; actions: ActionAnalyse[] }>();
  for (const action of actions)
    for (const texte of action.source[champ] ?? []) {
      const key = texte.trim().replace(/\.$/, '').toLowerCase();
      const entry = found.get(key) ?? { texte: texte.trim(), actions: [] };
      if (!entry.actions.includes(action)) entry.actions.push(action);
      found.set(key, entry);
    }
  return [...found.values()]
    .map(({ texte, actions: siennes }) => ({
      texte,
      nombre: siennes.length,
      actions: siennes.map((a) => ({ id: a.id, libelle: a.titre })),
      illustratif: siennes.some((a) => fiabiliteDe(a.source, [champ]) === 'illustratif'),
      domaines: [...new Map(siennes.flatMap((a) => a.domaines).map((d) => [d.id, d])).values()],
    }))
    .sort((a, b) => b.nombre - a.nombre || parOrdreFrancais(a.texte, b.texte));
}

/** Established first, then the least serious of what is wanting. */
const QUALITES: readonly QualitePrecedent[] = ['etabli', ...RESERVES_PRECEDENT.toReversed()];

/** The actions that answer an indicative one, the best first; an illustrative one is no precedent. */
function precedentsDe(
  actions: readonly ActionAnalyse[],
  indicative: NonNullable<Study['etude']['actions_indicatives']>[number],
): Precedent[] {
  return actions
    .filter((action) => action.indicatives.some(({ id }) => id === indicative.id))
    .flatMap((action) => {
      const reserves = reservesPrecedent(action.source, indicative);
      return reserves === null ? [] : [{ action, qualite: reserves[0] ?? ('etabli' as const), reserves }];
    })
    .sort((a, b) => QUALITES.indexOf(a.qualite) - QUALITES.indexOf(b.qualite));
}

export function analyserActions(etude: StudyAt, ecartees: string[]): ActionsAnalysis {
  const domaines = nus(etude.etude.domaines);
  const publics = nus(etude.etude.publics);
  const toutes = etude.actions
    .map((action) => analyserAction(etude, action))
    .sort((a, b) => (a.annee ?? 9999) - (b.annee ?? 9999) || ordre(a.id, b.id));
  const liste = toutes.filter(({ source }) => actionComptee(source));
  const apart = toutes.flatMap((action) => {
    const motif = motifApart(action.source);
    return motif === null ? [] : [{ action, motif }];
  });
  const porteurs = new Map<string, ActionAnalyse[]>();
  for (const action of liste)
    if (action.porteur !== null) porteurs.set(action.porteur, [...(porteurs.get(action.porteur) ?? []), action]);
  const parPorteur = [...porteurs]
    .map(([libelle, siennes]) => groupe({ id: siennes[0]?.source.porteur ?? '', libelle }, siennes))
    .sort((a, b) => b.nombre - a.nombre || parOrdreFrancais(a.libelle, b.libelle));
  const annees = liste.flatMap((a) => (a.annee === null ? [] : [a.annee]));
  const premiereAnnee = annees.length ? Math.min(...annees) : null;
  const derniereAnnee = annees.length ? Math.max(...annees) : null;
  const parAnnee =
    premiereAnnee === null || derniereAnnee === null
      ? []
      : Array.from({ length: derniereAnnee - premiereAnnee + 1 }, (_, i) => {
          const siennes = liste.filter((a) => a.annee === premiereAnnee + i);
          return {
            annee: premiereAnnee + i,
            nombre: siennes.length,
            parDomaine: domaines.map((d) => siennes.filter((a) => a.domaines.some((e) => e.id === d.id)).length),
          };
        });
  const indicatives = (etude.etude.actions_indicatives ?? []).flatMap((entry) =>
    nus([entry]).map((nue) => ({ ...nue, precedents: precedentsDe(toutes, entry) })),
  );
  const etabli = ({ precedents }: { precedents: Precedent[] }): boolean =>
    precedents.some(({ qualite }) => qualite === 'etabli');
  const fragiles = indicatives.filter((entry) => entry.precedents.length > 0 && !etabli(entry));
  const reserves = fragiles.flatMap(({ precedents }) => precedents.flatMap((one) => one.reserves));
  return {
    liste,
    apart,
    plusLarges: liste.filter(({ source }) => source.echelle === 'plus-large').length,
    parDomaine: domaines.map((d) =>
      groupe(
        d,
        liste.filter((a) => a.domaines.some((e) => e.id === d.id)),
      ),
    ),
    parPublic: publics.map((p) =>
      groupe(
        p,
        liste.filter((a) => a.publics.some((e) => e.id === p.id)),
      ),
    ),
    parPorteur,
    sansPorteur: liste.filter((a) => a.porteur === null).length,
    parAnnee,
    nonDatees: liste.length - annees.length,
    domainePublic: {
      lignes: domaines,
      colonnes: publics,
      valeurs: domaines.map((d) =>
        publics.map(
          (p) =>
            liste.filter((a) => a.domaines.some((e) => e.id === d.id) && a.publics.some((e) => e.id === p.id)).length,
        ),
      ),
    },
    cout: coutConnu(liste),
    indicatives,
    avecPrecedent: indicatives.filter(etabli).length,
    precedentFragile: nus(fragiles),
    reservesFragiles: RESERVES_PRECEDENT.filter((reserve) => reserves.includes(reserve)),
    sansPrecedent: nus(indicatives.filter((entry) => entry.precedents.length === 0)),
    reussites: elementsCites(liste, 'reussites'),
    freins: elementsCites(liste, 'freins'),
    premiereAnnee,
    derniereAnnee,
    ecartees,
  };
}
