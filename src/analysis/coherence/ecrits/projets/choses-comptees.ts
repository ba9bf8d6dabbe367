/** « les cinq fermes du groupe », « aucun essai n’est reporté »: the places and the things of one project that a sentence counts, or says the state of, against its sheet. */
import type { Study } from '../../../../study/study.js';
import type { Projet } from '../../../../study/types.gen.js';
import { memeMot, quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { once } from '../../../une-fois.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { projetsNommes } from '../noms-des-projets.js';
import { NOMBRE, nomNu, propositions, valeurDe } from '../propositions.js';
import { choixDesParticipes, type Sort, secondDementi, sortsDe } from './choses-dites.js';

const DU_PROJET = /^(?:projets|fiches-projets|bilan|evaluation)\b/;

/** Things of a project of which there are so many. */
interface Choses {
  projet: Projet;
  /** In the plural, without accent. */
  nom: string;
  nombre: number;
  dit: string;
  chemin: string;
}

/** Its place, where it begins by their number: « Quatre fermes du territoire ». */
function lieuxDe(projet: Projet): Choses[] {
  const [first] = quantitesEcrites(projet.lieu ?? '');
  const [nom = ''] = /^[a-z]+/.exec(first?.suite ?? '') ?? [];
  return first && first.avant === '' && first.valeur > 1 && nom.length > 3
    ? [
        {
          ...{ projet, nom, nombre: first.valeur, dit: `a pour lieu « ${projet.lieu} »` },
          chemin: `projets/${projet.id}/lieu`,
        },
      ]
    : [];
}

const VERBE =
  "(?:a|ont|sont|est|seront|veulent|etaient|avaient|s'engagent|se sont|participent|demandent|plantent|restent)";
/** « les cinq fermes du groupe ont signé »: all of them, by the article and what follows. */
const TOUTES = (nom: string): RegExp =>
  new RegExp(
    `^(?:les|ces) (?<n>${NOMBRE}) ${nom}(?<dont> (?:du (?:groupe|projet|groupement|collectif)|accompagnee?s|concernee?s|participantes?))?(?: ${VERBE} |$)`,
  );
/** « les chantiers ont porté sur trois bâtiments ». */
const PORTE = (nom: string): RegExp =>
  new RegExp(
    `^(?<qui>.+?) (?:(?:a|ont) (?:porte sur|concerne|reuni|associe|touche|occupe|equipe|vise|rassemble|mobilise|engage)|porte(?:nt)? sur|concerne(?:nt)?|reuni(?:t|ssent)|associe(?:nt)?|compte(?:nt)?) (?<n>${NOMBRE}) ${nom}$`,
  );

export function chosesComptees(study: Study): Lecteur {
  const { projets } = study;
  if (projets.length === 0) return () => [];
  const choses = once(() => {
    const all = projets.flatMap(lieuxDe);
    return all
      .filter(({ nom }) => all.filter((one) => memeMot(one.nom, nom)).length === 1)
      .map((one) => ({ ...one, toutes: once(() => TOUTES(one.nom)), porte: once(() => PORTE(one.nom)) }));
  });
  const sorts = once(() => projets.flatMap(sortsDe));
  return (phrase, ou) => {
    if (!DU_PROJET.test(ou)) return [];
    return propositions(phrase).flatMap((part): Dementi[] => {
      const one = nombre(part, ou) ?? sort(part);
      return one ? [one] : [];
    });
  };

  function nombre(part: string, ou: string): Dementi | null {
    for (const { projet, nom, nombre: known, dit, chemin, toutes, porte } of choses()) {
      if (!part.includes(nom)) continue;
      const all = /^[lc]es /.test(part) ? toutes().exec(part)?.groups : undefined;
      const told = valeurDe(all?.n);
      // Fewer may be those that were just told; of the group, or in its own sheet, they are all.
      if (told !== undefined && (told > known || (told < known && all?.dont !== undefined && !/^projets/.test(ou))))
        return { valeur: told, dit: `« ${projet.titre} » ${dit}`, contre: [chemin] };
      const { qui = '', n } = porte().exec(part)?.groups ?? {};
      const said = valeurDe(n);
      if (said !== undefined && said !== known && projetsNommes(study)(nomNu(qui)) === projet)
        return { valeur: said, dit: `« ${projet.titre} » ${dit}`, contre: [chemin] };
    }
    return null;
  }

  /** None, or all, is in a state in which the sheet says that some are. */
  function sort(part: string): Dementi | null {
    const second = secondDementi(part, sorts);
    if (second) return { dit: `« ${second.projet.titre} » dit « ${second.texte} »`, contre: [second.chemin] };
    const said = choixDesParticipes(part);
    if (!said) return null;
    const { nom, participe, tous, nombre: n } = said;
    const same = ({ nom: own, participe: state }: Sort): boolean => memeMot(own, nom) && memeMot(state, participe);
    const own = sorts().filter(same);
    const [first] = own;
    if (!first || new Set(own.map(({ projet }) => projet)).size > 1) return null;
    const against = own.find(({ combien, total }) =>
      tous ? combien !== null && total !== null && combien < total && (n === undefined || n === total) : combien !== 0,
    );
    const last = own.at(-1);
    // What the last record says is what stands.
    if (!against || !last || (tous && last.combien === last.total)) return null;
    return { dit: `« ${against.projet.titre} » dit « ${against.texte} »`, contre: [against.chemin] };
  }
}
