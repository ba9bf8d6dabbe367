/** How many projects, scenarios, domains… a sentence of the data counts by hand, against how many the study has. */

import { attenduDe } from '../../../../study/contrat.js';
import { scenariosCompares } from '../../../../study/essais.js';
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { parTexte } from '../../../../texte/par-texte.js';
import { debutDePhrase, sousReserve } from '../../../../texte/propos.js';
import { once } from '../../../une-fois.js';
import { comptesDeSorte } from '../../ecrits/comptes.js';
import type { Lecteur } from '../../ecrits/lecteur.js';
import { moyensComptes } from '../../ecrits/moyens-comptes.js';
import { partsEcrites } from '../../ecrits/parts.js';
import { projetsMalComptes } from '../../ecrits/projets-decides.js';
import { cheminDe, parcourir } from '../../parcours.js';
import { citee } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { nombreLu } from './communes-ecrites.js';

interface Comptee {
  nom: string;
  /** How many the study has, and where they are. */
  nombre: number;
  chemin: string;
  /** Rule of the contract that may ask for another number: a sentence that gives that one is right. */
  exigence?: string;
}

/** The first of them, for a list has no place of its own. */
const premier = (collection: string, list: readonly { id: string }[]): string => `${collection}/${list[0]?.id ?? ''}`;

const compteesDe = ({ etude, projets, scenarios, besoins, outils, mode_operatoire: mode }: Study): Comptee[] =>
  [
    { nom: 'projets', nombre: projets.length, chemin: premier('projets', projets), exigence: 'nombre-projets' },
    {
      nom: 'scénarios',
      nombre: scenariosCompares(scenarios).length,
      chemin: premier('scenarios', scenarios),
      exigence: 'nombre-scenarios',
    },
    { nom: 'conventions', nombre: (mode?.conventions ?? []).length, chemin: 'mode_operatoire/conventions' },
    { nom: 'besoins', nombre: besoins.length, chemin: premier('besoins', besoins) },
    { nom: 'outils', nombre: outils.length, chemin: premier('outils', outils) },
    { nom: 'domaines', nombre: etude.domaines.length, chemin: 'etude/domaines' },
    { nom: 'publics', nombre: etude.publics.length, chemin: 'etude/publics' },
  ].filter(({ nombre }) => nombre > 0);

const NOMMES = /projets|scénarios|conventions|besoins|outils|domaines|publics/i;
/** One of these words after an article and another word, which may be a number: few texts have it. */
const PEUT_ETRE_TOUS =
  /(?:les|des|ces|ses|aux|nos)\s+\S+\s+(?:projets|scénarios|conventions|besoins|outils|domaines|publics)/i;

/** Where the study speaks of itself: other entries speak of what was done elsewhere, and the contract of what it asks. */
const DE_L_ETUDE = ['etude', 'scenarios', 'mode_operatoire', 'evaluation', 'reunions', 'priorites'] as const;

/** « les six projets », « des 30 besoins » ; what follows says whether all of them are meant. */
const TOUS =
  /(?<![\p{L}\p{N}])(?:[LlDdCcSs]es|[Aa]ux|[Nn]os)\s+(?=(\p{L}+(?:-\p{L}+)*|\d{1,3})\s+(\p{L}+)(?<suite>\s*(?:$|[.,;:!?)»])|\s+accompagnés)?(?<autres>\s+(?:écart|refus|rejet|dépos|candidat|reçus?(?!\p{L})|propos|envisag|étudi|examin|initia|possibles|voisin|imagin|abandonn)|\s+(?:de départ|d[’']origine|de (?:la suite|l[’']enquête|l[’']étude voisine|l[’']autre)|du (?:précédent|programme|département|pays|contrat))(?!\p{L}))?)/gu;

/** « accompagne huit projets »: what the mode opératoire says that the experimentation does, all of them; « par an » is of another plan. */
const ACCOMPAGNES =
  /(?<!\p{L})(?:[Aa]ccompagn|[Ss]ui[vt])\p{L}*\s+(?:les\s+)?(\p{L}+(?:-\p{L}+)*|\d{1,3})\s+projets(?=\s*[.;:!?)]|\s*$|,? (?:dont|de|qui|entre|pendant)\s)/gu;

/** The projects that a text says are accompanied, where there are not as many. */
const accompagnesFaux = (text: string, counts: readonly number[]): number[] =>
  (/(?:ccompagn|ui[vt])\S*\s+(?:les\s+)?\S+\s+projets/.test(text) ? [...text.matchAll(ACCOMPAGNES)] : []).flatMap(
    ({ 1: word = '', index }) => {
      const n = nombreLu(word);
      if (sousReserve(debutDePhrase(phraseNue(text.slice(0, index)), true))) return [];
      return n === undefined || n < 2 || counts.includes(n) ? [] : [n];
    },
  );

/** Fewer than all may be a part of them, told before: « les deux projets en cours ». */
const PEU = 4;

/** Looked for once a text, whatever is counted in it. */
const nommesEnsemble = parTexte((text) => (PEUT_ETRE_TOUS.test(text) ? [...text.matchAll(TOUS)] : []));

/** What a text counts that cannot be: more than there are, or all of them where there are more. */
export function comptesFaux(text: string, noun: string, count: number): number[] {
  return nommesEnsemble(text).flatMap(([, word = '', named = '', whole, others]) => {
    // Those set aside, or of another study, are not in the files.
    if (others !== undefined || named.toLowerCase() !== noun) return [];
    const n = nombreLu(word);
    if (n === undefined || n < 2 || n === count) return [];
    return n > count || (n >= PEU && whole !== undefined) ? [n] : [];
  });
}

/** « Quatre scénarios pour la laine »: what the title of a deliverable says that it holds. */
const TITRE = /^(?:Les\s+)?(\p{L}+|\d{1,2})\s+(\p{L}+)(?!\s+(?:autres|premiers|nouveaux|grands))/u;

/** How many a title that begins with a count says of a thing, where it is not as many. */
function titreFaux(title: string, noun: string, count: number): number[] {
  const [, word = '', named = ''] = TITRE.exec(title) ?? [];
  const n = named.toLowerCase() === noun ? nombreLu(word) : undefined;
  return n === undefined || n < 2 || n === count ? [] : [n];
}

export const comptesEcrits: RegleCoherence = {
  code: 'comptes-ecrits',
  gravite: 'attention',
  titre: 'Une phrase compte des projets, des scénarios ou des domaines que l’étude n’a pas.',
  explication:
    '« les six projets », « des 30 besoins » : une phrase de l’étude (titre, objet, livrable, tâche, décision, recommandation…) qui donne d’un seul tenant le nombre des projets, scénarios, conventions, besoins, outils, domaines ou publics en donne celui que les fichiers décrivent, ou que le contrat demande. Un nombre plus petit peut n’en désigner qu’une partie (« les deux projets en cours ») : il n’est relevé qu’à partir de quatre, quand rien ne le suit. Ceux que la phrase dit écartés, candidats, de départ ou d’une autre étude ne sont pas comparés. Le mode opératoire qui « accompagne huit projets » en accompagne autant que l’étude en décrit, ou que l’expérimentation en prévoit (« nombre_projets »). Le titre d’un livrable qui s’ouvre par un nombre (« Quatre scénarios pour… ») en annonce autant.',
  livrables: ['diagnostic', 'scenarios', 'mode-operatoire', 'bilan'],
  verifier: ({ study }) => {
    const counted = compteesDe(study);
    const asked = (rule: string | undefined, n: number): boolean =>
      (study.contrat?.exigences ?? []).some((one) => {
        const attendu = one.regle === rule ? attenduDe(one) : null;
        return attendu !== null && n >= attendu.min && n <= (attendu.max ?? attendu.min);
      });
    const planned = study.mode_operatoire?.experimentation?.nombre_projets;
    const prevus = (described: number): number[] => (planned === undefined ? [described] : [described, planned]);
    // « les huit projets terminés », « les neuf conventions ont été signées », « les trois outils du scénario »: what is counted by its state or its scenario is told as such.
    const parSorte = once(() => [comptesDeSorte, partsEcrites, moyensComptes].map((lire): Lecteur => lire(study)));
    const ditParSorte = (leaf: string, ou: string, n: number): boolean =>
      parSorte().some((lire) => lire(leaf, ou).some(({ valeur }) => valeur === n));
    // So are those that a decision lists, where its sentence counts them.
    const ditParDecision = (leaf: string, n: number): boolean =>
      study.reunions.some(({ decisions = [] }) =>
        decisions.some((one) => one.texte === leaf && projetsMalComptes(one) === n),
      );
    const found: Contradiction[] = [];
    for (const collection of DE_L_ETUDE)
      parcourir(
        study[collection],
        (leaf, pas) => {
          if (typeof leaf !== 'string') return;
          // Most texts name none of them: the sentence is not read word by word.
          if (!NOMMES.test(leaf)) return;
          for (const { nom, nombre, chemin, exigence } of counted)
            for (const n of new Set([
              ...comptesFaux(leaf, nom, nombre),
              ...(pas[0] === 'etude' && pas[1] === 'livrables' && pas[3] === 'titre'
                ? titreFaux(leaf, nom, nombre)
                : []),
              ...(nom === 'projets' && collection === 'mode_operatoire' ? accompagnesFaux(leaf, prevus(nombre)) : []),
            ]))
              if (
                !asked(exigence, n) &&
                !ditParSorte(leaf, pas.slice(0, 2).join('/'), n) &&
                !(collection === 'reunions' && nom === 'projets' && ditParDecision(leaf, n))
              )
                found.push({
                  chemin: cheminDe(study, pas),
                  contre: [chemin],
                  message: `« ${citee(leaf)} » compte ${compte(n, nom, nom)} ; l’étude en a ${nombreFr(nombre)}.`,
                  issue: 'Corrigez la phrase, ou ce qu’elle compte.',
                });
        },
        undefined,
        [collection],
      );
    return found;
  },
};

export const COMPTES_ECRITS = [comptesEcrits] as const;
