/** « aller chez le médecin est le besoin le plus cité »: the need that a sentence puts first, or last, against what the diagnostic counts of each. */
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import type { BesoinAnalyse } from '../../../diagnostic/types-besoins.js';
import { mesuresAu } from '../../../diagnostic-complet.js';
import { dateDeRemise } from '../../../etat/livrable.js';
import { once } from '../../../une-fois.js';
import { DEBUT, FIN, type Lecteur } from '../lecteur.js';
import { DU_DIAGNOSTIC } from '../touts.js';

const PREMIER = new RegExp(
  `${DEBUT}(?:« ?)?([a-z][^.;:!?»]{4,90}?)(?: ?»)?,? est le besoin (?:le (?<cite>plus|moins) cite|qui pese le (?<pese>plus|moins))${FIN}`,
  'g',
);

export function besoinsCites(study: Study): Lecteur {
  const needs = once(() => mesuresAu(study, dateDeRemise(study, 'diagnostic')).besoins.liste);
  return (phrase, ou) => {
    if (!DU_DIAGNOSTIC.test(ou) || !phrase.includes('est le besoin') || study.besoins.length < 2) return [];
    return [...phraseNue(phrase).matchAll(PREMIER)].flatMap(({ 1: name = '', groups = {} }) => {
      // A sentence may leave the end of a label: « faire ses courses ».
      const [own, ...others] = needs().filter(({ libelle }) => phraseNue(libelle).startsWith(name));
      if (!own || others.length > 0) return [];
      const most = (groups.cite ?? groups.pese) === 'plus';
      const beyond = (measure: (need: BesoinAnalyse) => number) =>
        needs().find(
          // Of its public, that a chapter may be about.
          (one) =>
            one.public.id === own.public.id && (most ? measure(one) > measure(own) : measure(one) < measure(own)),
        );
      const mentions = ({ mentions: counted }: BesoinAnalyse): number => counted ?? Number.NaN;
      const first = groups.cite ? beyond(mentions) : beyond(({ poids }) => poids);
      if (!first) return [];
      const dire = (one: BesoinAnalyse): string =>
        groups.cite
          ? `« ${one.libelle} » a ${compte(mentions(one), 'citation')}`
          : `« ${one.libelle} » pèse ${compte(Math.round(10 * one.poids) / 10, 'point')}`;
      return [{ dit: `${dire(own)}, et ${dire(first)}`, contre: [`besoins/${first.id}/mentions`] }];
    });
  };
}
