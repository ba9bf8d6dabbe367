/** What the comments of a project say of the gaps between what was planned and what was done: days, money, months. */
import type { Projet } from '../../../../study/types.gen.js';
import { compte, quantiteFr } from '../../../../texte/accords.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { CLOS, debutDePhrase, sousReserve } from '../../../../texte/propos.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { fourchette, quantiteProbable, totalConnu } from '../../../montants.js';
import { ecartEntre } from '../../../projets/retards.js';
import { citee } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { exacte, jugements } from './phrases-des-projets.js';

/** A gap that a sentence writes, against what the project counts; null when nothing can be compared. */
interface Releve {
  contre: string;
  /** What the figures say. */
  fait: string;
}

/** « 1 jour d’agent prévu, 2 faits ». */
const prevusEtFaits = (prevu: number, fait: number, de: string): string =>
  `${compte(prevu, `jour ${de} prévu`, `jours ${de} prévus`)}, ${compte(fait, 'fait')}`;

/** What « trois jours d’agent de plus » must be: the number and the sense. */
function jours(projet: Projet, texte: string): Releve | null {
  const { jours_prevus: prevus, jours_realises: faits } = projet.accompagnement ?? {};
  const parts = projet.partenaires ?? [];
  const kinds = [
    {
      noun: "jours? d'agents?",
      de: 'd’agent',
      contre: `projets/${projet.id}/accompagnement/jours_realises`,
      prevu: prevus ?? null,
      fait: faits ?? null,
    },
    {
      noun: 'jours? de partenaires?',
      de: 'de partenaire',
      contre: `projets/${projet.id}/partenaires`,
      prevu: totalConnu(parts, ({ jours_prevus: n }) => n),
      fait: totalConnu(parts, ({ jours_realises: n }) => n),
    },
  ];
  for (const { noun, de, contre, prevu, fait } of kinds) {
    if (prevu === null || fait === null) continue;
    const said = prevusEtFaits(prevu, fait, de);
    for (const one of quantitesEcrites(texte)) {
      const sense = new RegExp(`^${noun} de (plus|moins)(?: que prevus?)?(?= et |${CLOS})`).exec(one.suite)?.[1];
      if (!exacte(one) || sousReserve(debutDePhrase(one.avant))) continue;
      if (sense !== undefined && fait - prevu !== (sense === 'plus' ? one.valeur : -one.valeur))
        return { contre, fait: said };
    }
  }
  const wide = /\b(plus|moins) de jours(?: d'agents?)? que prevu/.exec(phraseNue(texte));
  const loose = wide?.[1];
  if (wide && sousReserve(debutDePhrase(wide.input.slice(0, wide.index)))) return null;
  if (loose === undefined || prevus === undefined || faits === undefined) return null;
  return (loose === 'plus') === faits > prevus && faits !== prevus
    ? null
    : {
        contre: `projets/${projet.id}/accompagnement/jours_realises`,
        fait: prevusEtFaits(prevus, faits, 'd’agent'),
      };
}

/** « budget tenu sauf le transport », « budget dépassé de la commune »: said of a part, or of another. */
const BUDGET =
  /\bbudgets? (?:est |a ete )?(depasses?|tenus?|respectes?)\b(?!\s*,?\s*(?:sauf|hors|hormis|a(?! ete| du)|au|de|d'|des|du|pour|par|en|dans|sur)\b)/g;

/** « budget dépassé » goes beyond what was planned; « budget tenu » stays within its highest. */
function budget({ id, budget: lines = [] }: Projet, texte: string): Releve | null {
  const spent = totalConnu(lines, ({ realise }) => realise);
  if (spent === null) return null;
  const planned = lines.reduce((sum, { prevu }) => sum + quantiteProbable(prevu), 0);
  const most = lines.reduce((sum, { prevu }) => sum + fourchette(prevu).max, 0);
  const [whole] = [...phraseNue(texte).matchAll(BUDGET)].filter(
    ({ input, index }) => !sousReserve(debutDePhrase(input.slice(0, index))),
  );
  if (!whole) return null;
  const over = whole[1]?.startsWith('depasse') ?? false;
  if (over ? spent > planned : spent <= most) return null;
  return {
    contre: `projets/${id}/budget`,
    fait: `${quantiteFr(spent, '€')} dépensés pour ${quantiteFr(planned, '€')} prévus`,
  };
}

/** Of the project, and not of who supplies it: the delay begins its sentence, or the project has it. */
const DU_PROJET =
  /^(?:(?:le projet|il) (?:a|accuse|a pris|finit avec|se termine avec)|fini avec|acheve avec|termine avec)?$/;

const MOIS_D_ECART = new RegExp(
  `^mois (?:(de retard|apres la (?:date|fin) prevue)|(d'avance|avant la (?:date|fin) prevue))(?= et |${CLOS})`,
);

/** « quatre mois de retard » is the gap of a step at least. */
function retard({ id, calendrier = [] }: Projet, texte: string): Releve | null {
  const gaps = calendrier.flatMap(({ fin, fin_reelle: reelle }) =>
    reelle === undefined ? [] : [Math.round(ecartEntre(fin, reelle).mois)],
  );
  if (gaps.length === 0 || gaps.length < calendrier.length) return null;
  for (const { valeur, suite, avant } of quantitesEcrites(texte)) {
    const [, late, early] = MOIS_D_ECART.exec(suite) ?? [];
    if ((late === undefined && early === undefined) || !DU_PROJET.test(debutDePhrase(avant, true))) continue;
    if (sousReserve(debutDePhrase(avant))) continue;
    if (!gaps.includes(late === undefined ? -valeur : valeur))
      return {
        contre: `projets/${id}/calendrier`,
        fait: 'aucune étape n’a cet écart entre sa fin prévue et sa fin réelle',
      };
  }
  return null;
}

export const ecartEcrit: RegleCoherence = {
  code: 'ecart-ecrit',
  gravite: 'attention',
  titre: 'Un commentaire donne au projet un écart que ses comptes n’ont pas.',
  explication:
    'Le commentaire d’une note et l’avis d’un projet disent un écart comme la fiche le compte : les jours d’agent ou de partenaire « de plus » ou « de moins » (jours réalisés moins jours prévus), le budget « dépassé » (au-delà du montant prévu) ou « tenu » (pas au-delà de sa borne haute), les mois de retard ou d’avance (ceux d’une étape, quand toutes sont finies). Un écart nié, supposé, approché, ou dit d’une partie ou d’un autre, n’est pas comparé.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap((projet) =>
      jugements(projet).flatMap(({ chemin, texte }) =>
        [jours, budget, retard].flatMap((lire): Contradiction[] => {
          const found = lire(projet, texte);
          if (!found) return [];
          return [
            {
              chemin,
              contre: [found.contre],
              message: `« ${projet.titre} » est commenté « ${citee(texte)} » ; sa fiche dit : ${found.fait}.`,
              issue: 'Corrigez le commentaire, ou le compte.',
            },
          ];
        }),
      ),
    ),
};
