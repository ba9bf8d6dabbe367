/** « l’animateur est employé à mi-temps », « les fiches sont conservées cinq ans »: the part of a job and the durations that a sentence gives, against those of the mode opératoire. */
import { moisDExperimentation } from '../../../study/contrat.js';
import type { Study } from '../../../study/study.js';
import { compte } from '../../../texte/accords.js';
import { phraseNue } from '../../../texte/identifiant.js';
import { nombreFr } from '../../../texte/nombres.js';
import { EN_LETTRES, memeMot, motsDe, quantitesEcrites } from '../../../texte/quantites-ecrites.js';
import { nomDuScenario } from '../../scenarios/noms.js';
import { DEBUT, type Dementi, FIN, type Lecteur } from './lecteur.js';
import { nomsDesScenarios } from './noms.js';

const QUOTITE =
  /^(?:l'|le |la )([a-z' -]+?) (?:est|sera|travaille|travaillera) (?:(?:employee?|recrutee?|prevue?|compte?e?) )?a (mi-temps|(?:temps plein|plein temps)|(\d+) ?%)((?: dans (?:le |la |l'|les )[a-z' -]+)?)$/;
const CONSERVE = new RegExp(
  `${DEBUT}(?:l'|le |la |les )([a-z' -]+?) (?:est|sont|sera|seront) (?:conserve|garde)e?s? (?:pendant )?(\\d+|${EN_LETTRES}) (mois|ans?)${FIN}`,
);
const COURENT = new RegExp(
  `${DEBUT}les conventions (?:courent|valent|durent)(?: sur| pour| pendant)? (\\d+|${EN_LETTRES}) (mois|ans?)${FIN}`,
);

const ESSAI = new RegExp(
  `${DEBUT}(?:l'|la |notre |cette )?(?:essai|experimentation|phase d'(?:essai|experimentation)) (?:dure|durera|court|courra|a dure|s'etend sur|s'est etendue? sur) (?:pendant |sur )?(\\d+|${EN_LETTRES}) (mois|ans?)${FIN}`,
);

/** Every word of the shorter begins the longer: « l’animateur » is « Animateur du réseau ». */
const estNomme = (nom: string, mots: readonly string[]): boolean => {
  const words = motsDe(nom);
  return mots.length > 0 && mots.every((word, i) => memeMot(word, words[i] ?? ''));
};

const enMois = (count: string, unit: string): number | undefined => {
  const value = quantitesEcrites(count)[0]?.valeur;
  return value === undefined ? undefined : value * (unit.startsWith('an') ? 12 : 1);
};

/** « un mi-temps » or « 80 % » of a job, in the scenario that the sentence names, or in the one retained. */
function quotites(study: Study, plain: string, ou: string): Dementi[] {
  const { scenarios, mode_operatoire: mode } = study;
  return plain.split(/[.;!?]/).flatMap((part): Dementi[] => {
    const [found, job = '', told = '', percent, inside = ''] = QUOTITE.exec(part.trim()) ?? [];
    if (found === undefined) return [];
    // The name and no more: « dans le réseau voisin » is another.
    const name = new RegExp(`${nomsDesScenarios(study).motif}$`).exec(inside)?.[1];
    const retained = /^(?:mode.operatoire|bilan|evaluation)\b/.test(ou) ? mode?.scenario : undefined;
    const scenario =
      name === undefined ? scenarios.find(({ id }) => id === retained) : nomsDesScenarios(study).de(name);
    if (!scenario || (inside !== '' && name === undefined)) return [];
    const posts = scenario.moyens.humains.filter(({ profil }) => estNomme(profil, motsDe(job)));
    const [post] = posts;
    const said = percent === undefined ? (told === 'mi-temps' ? 0.5 : 1) : Number(percent) / 100;
    if (!post || posts.length > 1 || Math.abs(post.etp - said) < 0.005) return [];
    return [
      {
        dit: `« ${post.profil} » est à ${nombreFr(Math.round(post.etp * 100))} % dans « ${nomDuScenario(scenario)} »`,
        contre: [`scenarios/${scenario.id}/moyens/humains/${post.id}/etp`],
      },
    ];
  });
}

export function dureesEcrites(study: Study): Lecteur {
  const { mode_operatoire: mode } = study;
  if (!mode) return () => [];
  const { donnees_personnelles: kept = [], conventions = [] } = mode;
  return (phrase, ou) => {
    if (
      /^(?:projets|fiches-projets)\b/.test(ou) ||
      !/mi-temps|temps plein|plein temps|%|conserv|gard|conventions|essai|expérimentation/i.test(phrase)
    )
      return [];
    const plain = phraseNue(phrase);
    const found = quotites(study, plain, ou);
    const [held, what = '', count = '', unit = ''] = CONSERVE.exec(plain) ?? [];
    if (held !== undefined) {
      const months = enMois(count, unit);
      const at = kept.findIndex(({ traitement }) => estNomme(traitement, motsDe(what)));
      const own = kept[at];
      if (own?.duree_mois !== undefined && months !== undefined && own.duree_mois !== months)
        found.push({
          dit: `« ${own.traitement} » est conservé ${compte(own.duree_mois, 'mois', 'mois')}`,
          contre: [`mode_operatoire/donnees_personnelles/${at + 1}/duree_mois`],
        });
    }
    const [run, long = '', per = ''] = COURENT.exec(plain) ?? [];
    if (run !== undefined) {
      const months = enMois(long, per);
      const [first, ...others] = [...new Set(conventions.flatMap(({ duree_mois: own }) => own ?? []))];
      if (first !== undefined && others.length === 0 && months !== undefined && months !== first)
        found.push({
          dit: `les conventions courent ${compte(first, 'mois', 'mois')}`,
          contre: ['mode_operatoire/conventions'],
        });
    }
    const [tried, months = '', of = ''] = ESSAI.exec(plain) ?? [];
    const [own, said] = [moisDExperimentation(mode), tried === undefined ? undefined : enMois(months, of)];
    if (own !== null && said !== undefined && said !== own)
      found.push({
        dit: `l’expérimentation dure ${compte(own, 'mois', 'mois')}`,
        contre: ['mode_operatoire/experimentation'],
      });
    return found;
  };
}
