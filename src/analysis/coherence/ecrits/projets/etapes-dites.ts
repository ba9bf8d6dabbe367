/** « la souscription du chantier est close », « la durabilité du jardin est notée 4 »: what a sentence says of one step, or of one grade, of a project. */
import type { Study } from '../../../../study/study.js';
import type { Projet } from '../../../../study/types.gen.js';
import { leJour } from '../../../../texte/dates.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { memeMot, motsDe } from '../../../../texte/quantites-ecrites.js';
import { CRITERES_EVALUATION } from '../../../projets/criteres.js';
import { nomDuProjet } from '../../../projets/noms.js';
import { once } from '../../../une-fois.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { projetsNommes } from '../noms-des-projets.js';
import { NOMBRE, propositions } from '../propositions.js';

const DU_PROJET = /^(?:fiches-projets|bilan|evaluation)\b/;
const FAITE = '(?:close|terminee?|achevee?|finie?|faite?|realisee?)s?';
const ETAPE = new RegExp(
  `^(?:la |le |l'|les )(?<etape>[a-z' -]+?)(?: (?:du|de la|de l'|des) (?<projet>[a-z' -]+))? (?<ne>n'|ne )?(?:est|sont|a ete|ont ete)(?<pas> pas| pas encore| toujours pas)?(?: desormais| enfin| deja| bien)? ${FAITE}$`,
);
const NOTEE = new RegExp(
  `^(?:la |le |l'|les )?(?<critere>${CRITERES_EVALUATION.map(({ id }) => id).join('|')}) (?:du |de la |de l'|des )(?<projet>[a-z' -]+) (?:est|sont|a ete|ont ete) notee?s? (?<n>[1-5])(?: sur 5)?$`,
);
const OBTIENT = new RegExp(
  `^(?<projet>.+?) (?:obtient|obtiennent|a obtenu|ont obtenu|recoit|recoivent|a recu|ont recu) (?<n>[1-5])(?: sur 5)? (?:en|pour (?:la |l'|sa |son |ses |leur |leurs )?) ?(?<critere>${CRITERES_EVALUATION.map(({ id }) => id).join('|')})$`,
);

const TOUS_NOTES = new RegExp(
  `^(?:les ${NOMBRE} projets|tous les projets) (?:ont|obtiennent|recoivent|ont obtenu|ont recu) (?<n>[1-5])(?: sur 5)? (?:en|pour (?:la |l'|leur |leurs )?) ?(?<critere>${CRITERES_EVALUATION.map(({ id }) => id).join('|')})$`,
);

interface Etape {
  projet: Projet;
  libelle: string;
  mots: string[];
  fin: string | undefined;
  chemin: string;
}

/** The words of a step: of « Statuts et souscription », what is over last. */
const etapesDe = (projets: readonly Projet[]): Etape[] =>
  projets.flatMap((projet) =>
    (projet.calendrier ?? []).map(({ etape, fin_reelle: fin }, i) => ({
      ...{ projet, libelle: etape, fin, chemin: `projets/${projet.id}/calendrier/${i + 1}` },
      mots: motsDe(
        phraseNue(etape)
          .split(/ et |, /)
          .at(-1) ?? etape,
      ),
    })),
  );

export function etapesDites(study: Study): Lecteur {
  const { projets } = study;
  const etapes = once(() => etapesDe(projets));
  return (phrase, ou) =>
    DU_PROJET.test(ou) && projets.length > 0
      ? propositions(phrase).flatMap((part): Dementi[] => {
          const one = note(part) ?? toutes(part) ?? etape(part);
          return one ? [one] : [];
        })
      : [];

  function etape(part: string): Dementi | null {
    const { etape: nom = '', projet: told, ne, pas } = ETAPE.exec(part)?.groups ?? {};
    if (nom === '' || (ne === undefined) !== (pas === undefined)) return null;
    const projet = told === undefined ? undefined : projetsNommes(study)(told);
    // « La plantation du jardin » is a step by all its words.
    const words = motsDe(told === undefined || projet ? nom : `${nom} ${told}`);
    const own = etapes().filter(
      (one) =>
        (projet === undefined || one.projet === projet) &&
        words.length > 0 &&
        words.length >= Math.min(one.mots.length, projet ? 1 : 2) &&
        words.every((word) => one.mots.some((other) => memeMot(word, other))),
    );
    const [first, ...others] = own;
    // Who tells no end of any step does not follow them.
    if (!first || others.length > 0 || !etapes().some(({ fin }) => fin !== undefined)) return null;
    const holds =
      ne === undefined ? first.fin !== undefined || first.projet.etat !== 'en-cours' : first.fin === undefined;
    return holds
      ? null
      : {
          dit: `« ${first.libelle} », étape de « ${nomDuProjet(first.projet)} », ${first.fin === undefined ? 'n’a pas de fin réelle' : `a pris fin ${leJour(first.fin)}`}`,
          contre: [first.chemin],
        };
  }

  /** « tous les projets ont 4 en pertinence », of which one has another grade. */
  function toutes(part: string): Dementi | null {
    const { critere, n } = / projets /.test(part) ? (TOUS_NOTES.exec(part)?.groups ?? {}) : {};
    const criterion = CRITERES_EVALUATION.find(({ id }) => id === critere);
    const other = criterion
      ? projets.find(({ evaluation }) => evaluation && evaluation[criterion.id]?.note !== Number(n))
      : undefined;
    const own = criterion && other?.evaluation?.[criterion.id]?.note;
    return criterion && other
      ? {
          dit: `« ${nomDuProjet(other)} » ${own === undefined ? 'n’a pas de note' : `a ${nombreFr(own)}`} en ${criterion.libelle.toLowerCase()}`,
          contre: [`projets/${other.id}/evaluation`],
        }
      : null;
  }

  function note(part: string): Dementi | null {
    if (!/ note| en | pour /.test(part)) return null;
    const { critere = '', projet: nom = '', n } = (NOTEE.exec(part) ?? OBTIENT.exec(part))?.groups ?? {};
    const criterion = CRITERES_EVALUATION.find(({ id }) => id === critere);
    const projet = criterion ? projetsNommes(study)(nom) : undefined;
    if (!criterion || !projet?.evaluation) return null;
    const own = projet.evaluation[criterion.id]?.note;
    return own === Number(n)
      ? null
      : {
          dit: `« ${nomDuProjet(projet)} » ${own === undefined ? 'n’a pas de note' : `a ${nombreFr(own)}`} en ${criterion.libelle.toLowerCase()}`,
          contre: [`projets/${projet.id}/evaluation`],
        };
  }
}
