/** « la priorité n° 1 est le vélo pour les salariés »: the place that a sentence gives to a domain for a public, against the priorities as they are computed. */
import type { Study } from '../../../study/study.js';
import { enMotif, phraseNue, sansArticle } from '../../../texte/identifiant.js';
import { besoinsAu } from '../../diagnostic-complet.js';
import { dateDeRemise } from '../../etat/livrable.js';
import { analyserPriorites, type Croisement } from '../../priorites/priorites.js';
import { once } from '../../une-fois.js';
import { contientUn, type Dementi, type Lecteur } from './lecteur.js';
import { aSesPoints, EGAUX, ORDINAUX, PLACES } from './places.js';

interface Classe {
  croisement: Croisement;
  score: number;
}

interface Nomme {
  id: string;
  libelle: string;
  libelle_court?: string;
  en_phrase?: string;
}

/** Their names as one group of a pattern, and whose each is. */
function parNom(liste: readonly Nomme[]): { motif: string; de: (nom: string) => string | undefined } {
  const names = new Map<string, string>();
  for (const { id, libelle, libelle_court: court, en_phrase: said } of liste)
    for (const nom of [libelle, court, said]) if (nom !== undefined) names.set(sansArticle(nom), id);
  const motif = [...names.keys()]
    .sort((a, b) => b.length - a.length)
    .map(enMotif)
    .join('|');
  return { motif: `(${motif})`, de: (nom) => names.get(nom) };
}

const LE = "(?:l'|le |la |les |l[ea]s? |aux |au )?";

export function prioritesEcrites(study: Study): Lecteur {
  const { etude, priorites, besoins } = study;
  if (!priorites || besoins.length === 0) return () => [];
  const lire = once(() => {
    const [domaines, publics] = [parNom(etude.domaines), parNom(etude.publics)];
    const PAIRE = `${LE}(?:« )?${domaines.motif}(?: »)? ?(?:×|x|/|-|pour|et|aupres de|aupres des) ?${LE}(?:« )?${publics.motif}(?: »)?`;
    const FIN = '(?= *(?:[.;:!)]|$|,(?! (?:pour|selon|dans|au|aux|en|chez|sur|hors|sans|sauf|avec|si)\\b)))';
    const patterns = [
      // « La priorité n° 1 est le vélo pour les salariés », « Premier croisement : Vélo × Salariés ».
      new RegExp(
        `(?:^|[.;:!?] )${LE}(?:priorite n° ?(?<rang>\\d)|(?<mot>${ORDINAUX}) (?:priorite|croisement)(?: des priorites)?) ?(?:est|:|va a|reste) ${PAIRE}${FIN}`,
        'g',
      ),
      // « Le croisement Vélo × Salariés arrive en tête ».
      new RegExp(
        `(?:^|[.;:!?] )(?:le )?croisement ${PAIRE} (?:(?:arrive|vient|est) (?<tete>en tete)|(?:est|arrive|est classe) (?:l[ea] )?(?<mot>${ORDINAUX}))(?: (?:des croisements|des priorites|croisement))?${FIN}`,
        'g',
      ),
    ];
    return { domaines, publics, patterns };
  });
  const classes = once((): readonly Classe[] =>
    analyserPriorites(study, besoinsAu(study, dateDeRemise(study, 'diagnostic'))).croisements.flatMap((one) =>
      one.score === null ? [] : [{ croisement: one, score: one.score }],
    ),
  );
  const points = ({ croisement: { domaine, public: cible }, score }: Classe): string =>
    aSesPoints(`${domaine.libelle} × ${cible.libelle}`, score);
  return (phrase, ou) => {
    if (
      !contientUn(phrase, ['priorit', 'Priorit', 'croisement']) ||
      !/priorité n|(?:emière?|ième|econde?) (?:priorité|croisement)|croisement /i.test(phrase) ||
      /^(?:projets|fiches-projets)\b/.test(ou)
    )
      return [];
    const { domaines, publics, patterns } = lire();
    const plain = phraseNue(phrase);
    return patterns.flatMap((pattern) =>
      [...plain.matchAll(pattern)].flatMap((match): Dementi[] => {
        const { rang, mot = '', tete } = match.groups ?? {};
        const rank = tete ? 1 : rang === undefined ? PLACES[mot] : Number(rang);
        const names = match.slice(1).filter((group) => group !== undefined);
        const domaine = names.flatMap((name) => domaines.de(name) ?? [])[0];
        const cible = names.flatMap((name) => publics.de(name) ?? [])[0];
        const own = classes().find(
          ({ croisement }) => croisement.domaine.id === domaine && croisement.public.id === cible,
        );
        const there = rank === undefined ? undefined : classes()[rank - 1];
        if (!own || !there || Math.abs(own.score - there.score) <= EGAUX) return [];
        return [{ dit: `${points(own)}, et ${points(there)}, qui est à cette place`, contre: ['priorites/poids'] }];
      }),
    );
  };
}
