/** « le comité s’est réuni sept fois »: how many meetings a sentence counts, against those that the journal holds. */
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { leJour } from '../../../../texte/dates.js';
import { enMotif, phraseNue } from '../../../../texte/identifiant.js';
import { CLOS, debutDePhrase } from '../../../../texte/propos.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { estDuComite } from '../../../comite.js';
import type { Lecteur } from '../lecteur.js';

/** Words by which a sentence calls the committee of the study; « le comité » alone may be another. */
const nomsDuComite = ({ etude }: Study): string =>
  ['comite de pilotage', 'copil', etude.comite?.nom, etude.comite?.sigle]
    .flatMap((nom) => (nom === undefined ? [] : [enMotif(nom)]))
    .join('|');

const AUCUNE =
  /(?:^|[.;:] )(?:en (\d{4}), )?aucune (?:reunion|seance) (?:ne s'est tenue|n'a eu lieu|n'a ete tenue)(?: en (\d{4}))?(?= *(?:[.;:!]|$))/;
const DU_BILAN = /^(?:evaluation|bilan)\b/;
const DE_L_ENSEMBLE = /^(?:depuis le debut(?: de l'etude)?|en tout|au total|de bout en bout)?$/;

export function reunionsComptees(study: Study): Lecteur {
  const held = study.reunions.filter((one) => one.etat === 'tenue' && estDuComite(one));
  const [first, ...others] = held;
  if (!first) return () => [];
  // Those of the committee that a phase calls otherwise (a balance, a deliberation) may be counted or not.
  const counts = new Set([held.length, held.filter(({ type }) => type === 'copil').length]);
  const before = new RegExp(
    `^(?:(.*), )?(?:le|la|l'|notre)? ?(?:${nomsDuComite(study)}) (?:s'est (?:deja )?reunie?|a tenu|a siege|s'est tenue?)$`,
  );
  // « six fois, cadrage compris » counts others with them.
  const after = new RegExp(
    `^(?:fois|reunions?|seances?)(?=${CLOS}| (?:en tout|au total|depuis le debut)${CLOS})(?![^.;:!?]*\\b(?:compris(?:es?)?|comptee?s?|dont|avec)\\b)`,
  );
  const most = Math.max(...counts);
  const all = study.reunions.filter((one) => one.etat === 'tenue');
  /** A year in which a meeting was held. */
  const aucune = (phrase: string) => {
    const [, before, after] = AUCUNE.exec(phraseNue(phrase)) ?? [];
    const year = before ?? after;
    const one = year === undefined ? undefined : all.find(({ date }) => date.startsWith(year));
    return one
      ? [{ dit: `le journal en compte une ${leJour(one.date)}`, contre: [`reunions/${one.id}`] as const }]
      : [];
  };
  return (phrase, ou) => {
    if (/[Aa]ucune (?:réunion|séance)/.test(phrase)) return aucune(phrase);
    if (!/fois|réunions|séances/.test(phrase)) return [];
    return quantitesEcrites(phrase).flatMap(({ valeur, avant, suite }) => {
      const [whole, frame = ''] = before.exec(debutDePhrase(avant)) ?? [];
      // Before the balance, fewer were held.
      if (whole === undefined || valeur < 2 || (DU_BILAN.test(ou) ? counts.has(valeur) : valeur <= most)) return [];
      if (!after.test(suite) || !DE_L_ENSEMBLE.test(phraseNue(frame))) return [];
      return [
        {
          dit: `le journal en compte ${compte(held.length, 'tenue', 'tenues')}`,
          contre: [`reunions/${first.id}`, ...others.map(({ id }) => `reunions/${id}`)] as const,
        },
      ];
    });
  };
}
