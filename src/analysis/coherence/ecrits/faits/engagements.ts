/** « la communauté est déjà engagée », « la Région siège au comité »: where a sentence puts an actor, against the inventory and the committee. */
import type { Study } from '../../../../study/study.js';
import { posterieur } from '../../../../texte/dates.js';
import { enMotif } from '../../../../texte/identifiant.js';
import { dateDeRemise } from '../../../etat/livrable.js';
import { once } from '../../../une-fois.js';
import { nomCite } from '../../../vocabulaire.js';
import { donneursNommes } from '../financement/donneurs-nommes.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { nomNu, propositions } from '../propositions.js';
import { DU_DIAGNOSTIC } from '../touts.js';

const EST =
  /^(?<qui>.+?) (?:est|sont|s'est|se sont)(?<ne> que| seulement)?(?: deja| aussi| desormais| encore| bien)? (?<etat>engage|volontaire|pressenti|contacte)e?s?(?: a ce jour| a ce stade| dans la demarche)?$/;

type Engagement = NonNullable<Study['acteurs'][number]['engagement']>;

/** What each word denies: who is engaged is willing, and was contacted. */
const FAUX: Readonly<Record<string, readonly Engagement[]>> = {
  engage: ['pressenti', 'contacte', 'volontaire'],
  volontaire: ['pressenti', 'contacte'],
  pressenti: ['volontaire', 'engage'],
};
const DITS: Readonly<Record<Engagement, string>> = {
  pressenti: 'pressenti',
  contacte: 'contacté',
  volontaire: 'volontaire',
  engage: 'engagé',
};

export function engagementsDits(study: Study): Lecteur {
  const { acteurs, etude } = study;
  const comite = etude.comite_pilotage ?? [];
  const siege = once(() => {
    const noms = ['comite de pilotage', 'copil', etude.comite?.nom, etude.comite?.sigle]
      .flatMap((nom) => (nom === undefined ? [] : [enMotif(nom)]))
      .join('|');
    return new RegExp(
      `^(?<qui>.+?) (?:siege(?:nt)?|a (?:un siege|une place)|est (?:membre|represente)e?|fait partie|sont (?:membre|represente)e?s|font partie) (?:au|a la|du|de la|dans le|dans la) (?:${noms})$`,
    );
  });
  const seul = (nom: string): Study['acteurs'][number] | undefined => {
    const [id, ...others] = donneursNommes(study).get(nomNu(nom))?.acteurs ?? [];
    return others.length === 0 ? acteurs.find((one) => one.id === id) : undefined;
  };
  return (phrase, ou) =>
    propositions(phrase).flatMap((part): Dementi[] => {
      const one = (DU_DIAGNOSTIC.test(ou) ? engagement(part, ou) : null) ?? membre(part);
      return one ? [one] : [];
    });

  function engagement(part: string, ou: string): Dementi | null {
    const { qui = '', etat = '' } = EST.exec(part)?.groups ?? {};
    const actor = qui === '' ? undefined : seul(qui);
    if (!actor) return null;
    const { engagement: own = 'pressenti', engagement_date: since, id, sigle, nom } = actor;
    const [livrable = ''] = ou.split('/');
    // What came later is not told yet; before it, no more was.
    if (etat === 'pressenti' && since !== undefined && posterieur(since, dateDeRemise(study, livrable))) return null;
    return FAUX[etat]?.includes(own)
      ? {
          dit: `${nomCite(sigle ?? nom)} est ${DITS[own]} dans l’inventaire, à la date du livrable`,
          contre: [`acteurs/${id}`],
        }
      : null;
  }

  /** A member by no name of the committee; an organisation whose line names no actor may be anyone’s. */
  function membre(part: string): Dementi | null {
    if (!/ (?:siege|membre|represente|partie)/.test(part)) return null;
    const qui = siege().exec(part)?.groups?.qui ?? '';
    const actor = qui === '' ? undefined : seul(qui);
    if (!actor || comite.length === 0 || comite.some(({ acteur }) => acteur === undefined || acteur === actor.id))
      return null;
    return {
      dit: `${nomCite(actor.sigle ?? actor.nom)} n’est pas dans la composition du comité`,
      contre: ['etude/comite_pilotage'],
    };
  }
}
