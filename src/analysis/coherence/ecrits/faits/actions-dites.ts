/** « la ressourcerie a fermé », « le réseau, né en 2008 »: whether and since when a sentence says that a former action runs, against the inventory. */
import type { Study } from '../../../../study/study.js';
import { anneeDe } from '../../../../texte/dates.js';
import { euros } from '../../../../texte/nombres.js';
import { quantiteProbable } from '../../../montants.js';
import { once } from '../../../une-fois.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { propositionsEntieres, valeurDe } from '../propositions.js';
import { DU_DIAGNOSTIC } from '../touts.js';
import { nomsDuTitre, parNoms } from './par-noms.js';

type Action = Study['actions'][number];

const FINIE =
  /^(?<nom>.+?),? (?:elles? |eux |lui )?(?:(?:a|ont) (?:ferme(?: ses portes| leurs portes)?|disparu|cesse)|n'existe(?:nt)? plus|(?:a|ont) ete (?:abandonnee?s?|arretee?s?)|s'est arretee?|se sont arretee?s|(?:est|sont)(?: desormais| deja)? (?:terminee?s?|achevee?s?|finie?s?))$/;
const COUTE = /^(?<nom>.+?) (?:a|ont) coute (?<n>\d[\d ]*(?:,\d+)?) ?(?:€|euros)$/;
const EN_COURS =
  /^(?<nom>.+?),? (?:elles? |eux |lui )?(?:(?:existe|fonctionne|dure|se poursuit|se poursuivent|continue)(?:nt)?(?: encore| toujours| aujourd'hui| a ce jour| chaque annee)?|(?:est|sont)(?: encore| toujours) en cours)$/;
const NEE =
  /^(?<nom>.+?),? (?:(?:est |sont |a ete |ont ete )?(?:nee?s?|lancee?s?|creee?s?|ouverte?s?|demarree?s?)|(?:a|ont) (?:commence|demarre|ouvert|debute)) en (?<annee>\d{4})(?:,.*)?$/;
const DEPUIS = /^(?<nom>.+?) (?:existe|fonctionne|dure|est en cours|tourne|roule)(?:nt)? depuis (?<annee>\d{4})$/;
const ACHEVEE =
  /^(?<nom>.+?) (?:s'est (?:achevee?|arretee?|terminee?)|(?:a|ont) pris fin|(?:a|ont) cesse|(?:a|ont) ferme) en (?<annee>\d{4})$/;

const ETATS: Readonly<Record<NonNullable<Action['statut']>, string>> = {
  'en-projet': 'en projet',
  'en-cours': 'en cours',
  terminee: 'terminée',
  abandonnee: 'abandonnée',
};

/** Some of the words of its patterns: they begin by any words, and are long to try. */
const PEUT_ETRE =
  /ferme|disparu|cess|termin|acheve|fini|coute |existe|abandonn|arret|fonctionn|poursui|continu|dure|cours| en \d{4}| depuis \d{4}/;

export function actionsDites({ actions }: Study): Lecteur {
  const nommee = once(() => parNoms(actions, ({ titre }) => nomsDuTitre(titre)));
  return (phrase, ou) =>
    !DU_DIAGNOSTIC.test(ou) || actions.length === 0
      ? []
      : propositionsEntieres(phrase).flatMap((part): Dementi[] => {
          const one = PEUT_ETRE.test(part) ? lire(part) : null;
          return one ? [one] : [];
        });

  function lire(part: string): Dementi | null {
    const of = (pattern: RegExp): { action: Action | undefined; annee: string } => {
      const { nom = '', annee = '' } = pattern.exec(part)?.groups ?? {};
      return { action: nom === '' ? undefined : nommee()(nom), annee };
    };
    const etat = (action: Action | undefined, faux: readonly Action['statut'][]): Dementi | null =>
      action?.statut !== undefined && faux.includes(action.statut)
        ? { dit: `« ${action.titre} » est ${ETATS[action.statut]}`, contre: [`actions/${action.id}/statut`] }
        : null;
    const said = etat(of(FINIE).action, ['en-cours']) ?? etat(of(EN_COURS).action, ['terminee', 'abandonnee']);
    if (said) return said;
    const cost = COUTE.exec(part)?.groups;
    const [paid, told] = [cost ? nommee()(cost.nom ?? '') : undefined, valeurDe(cost?.n)];
    const known = quantiteProbable(paid?.cout);
    if (paid?.cout !== undefined && told !== undefined && Math.abs(known - told) > Math.max(1, 0.03 * told))
      return { valeur: told, dit: `« ${paid.titre} » a coûté ${euros(known)}`, contre: [`actions/${paid.id}/cout`] };
    for (const [pattern, key] of [
      [NEE, 'debut'],
      [DEPUIS, 'debut'],
      [ACHEVEE, 'fin'],
    ] as const) {
      const { action, annee } = of(pattern);
      const own = action?.[key];
      if (!action || own === undefined) continue;
      return String(anneeDe(own)) === annee
        ? null
        : {
            dit: `« ${action.titre} » a ${key === 'debut' ? 'commencé' : 'pris fin'} en ${anneeDe(own)}`,
            contre: [`actions/${action.id}/${key}`],
          };
    }
    return null;
  }
}
