/** What measures of an indicator are: counts that add up, or figures of a moment. */
import { phraseNue } from '../../texte/identifiant.js';

/** What is done once and stays done: « Laine triée », « Haies plantées », « Passages tenus ». What is lent, enrolled or occupied comes back, and is not there. */
const FAIT =
  /\b(?:plante|pose|trie|lave|carde|forme|recu|accueilli|servi|tenu|livre|repare|publie|traite|realise|installe|sensibilise|distribue|restaure|vendu|recycle|detourne|renove|isole|organise|conduit|transforme|broye|composte|diagnostique|seme|creuse|ramasse|nettoye|etudie|conseille|accompagne|inventorie|recense|instruit|valorise|reemploye|rehabilite|fabrique|diffuse|cree|adopte|entendu|interroge|informe|depose|(?<=[a-z]{3,} )collecte)e?s?\b/;
/** A figure of each period, of a moment or of one of them. */
const D_UNE_PERIODE =
  /\b(?:par|chaque|moyen(?:ne)?s?|actuel\w*|en cours|mensuel\w*|annuel\w*|hebdomadaire\w*|trimestriel\w*|semestriel\w*|taux|part|rythme|du mois|de l'annee|du trimestre)\b/;
/** Units of what does not add up: a share, a duration, a note, a price. */
const NE_S_AJOUTE_PAS = /%|\b(?:jours?|mois|heures?|minutes?|ans?|points?|notes?)\b|\/|€ par|sur \d/i;

/** Whether an indicator that nothing computes counts what is done since the first day, by its label. */
export function estUnCumul({
  libelle,
  unite,
  sens,
}: {
  libelle: string;
  unite: string;
  sens?: 'max' | 'min' | undefined;
}) {
  const label = phraseNue(libelle);
  return sens !== 'min' && !NE_S_AJOUTE_PAS.test(unite) && FAIT.test(label) && !D_UNE_PERIODE.test(label);
}

export const enDemandes = (unite: string): boolean => /^demandes?$/.test(phraseNue(unite));

/** « Demandes reçues », « Nombre de demandes », « Tournées demandées »: all the requests, whatever became of them. */
export const toutesLesDemandes = (libelle: string): boolean =>
  /^(?:(?:nombre|total) (?:de |des )?)?(?:demandes?(?: (?:recues|deposees|enregistrees|adressees|formulees|en tout))?|[a-z-]+ demande(?:e|s|es))$/.test(
    phraseNue(libelle),
  );
