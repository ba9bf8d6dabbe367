/** « le forum s’est tenu avant la réunion publique »: the order in which a sentence puts two things that the study dates. */
import type { Study } from '../../../../study/study.js';
import { duJour } from '../../../../texte/dates.js';
import { sansArticle } from '../../../../texte/identifiant.js';
import { once } from '../../../une-fois.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { propositions } from '../propositions.js';
import { nomsDuTemps, parNoms } from './par-noms.js';

interface Date {
  nom: string;
  debut: string;
  fin: string;
  chemin: string;
}

const ORDRE =
  /^(?<a>.+?) (?:(?:s'est|se sont) (?:tenue?s?|deroulee?s?)|(?:a|ont) (?:eu lieu|precede|suivi|commence)|precede(?:nt)?|sui(?:t|vent)|date(?:nt)? d[e']|vien(?:nen)?t) ?(?<sens>avant|apres)? ?(?<b>(?:l'|le |la |les )[a-z0-9' -]+)$/;

function datesDe({ participation, reunions, territoire }: Study): (Date & { noms: string[] })[] {
  const held = participation.filter(({ etat }) => etat !== 'annulee');
  const alone = (type: string): boolean => held.filter((one) => one.type === type).length === 1;
  return [
    ...held.map((one) => {
      const { id, titre, type, date, fin } = one;
      return {
        noms: [...nomsDuTemps(one, territoire), ...(alone(type) ? [type] : [])],
        ...{ nom: titre ?? type, debut: date, fin: fin ?? date, chemin: `participation/${id}/date` },
      };
    }),
    ...reunions
      .filter(({ etat }) => etat === 'tenue')
      .map(({ id, titre, date }) => ({
        noms: titre === undefined ? [] : [sansArticle(titre)],
        ...{ nom: titre ?? id, debut: date, fin: date, chemin: `reunions/${id}/date` },
      })),
  ];
}

export function ordresDits(study: Study): Lecteur {
  const nommee = once(() => parNoms(datesDe(study), ({ noms }) => noms));
  return (phrase) =>
    propositions(phrase).flatMap((part): Dementi[] => {
      if (!/ avant | apres |preced| sui/.test(part)) return [];
      const { a = '', b = '', sens } = ORDRE.exec(part)?.groups ?? {};
      const [one, other] = a === '' ? [] : [nommee()(a), nommee()(b)];
      if (!one || !other || one === other) return [];
      const verb = / preced/.test(part) ? 'avant' : / sui/.test(part) ? 'apres' : sens;
      if (verb === undefined) return [];
      const [first, second] = verb === 'avant' ? [one, other] : [other, one];
      // Told of what is whole days apart: what overlaps is before and after.
      const whole = [first.fin, second.debut, first.debut, second.fin].every((date) => date.length === 10);
      return whole && first.debut > second.fin
        ? [
            {
              dit: `« ${first.nom} » date ${duJour(first.debut)}, « ${second.nom} » ${duJour(second.debut)}`,
              contre: [first.chemin, second.chemin],
            },
          ]
        : [];
    });
}
