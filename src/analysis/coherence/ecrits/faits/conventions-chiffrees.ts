/** « la convention avec le conseil porte sur vingt jours et 4 500 € »: the days and the amount that a sentence gives to a convention, against the register. */
import type { Study } from '../../../../study/study.js';
import { compte, enumerer } from '../../../../texte/accords.js';
import { euros } from '../../../../texte/nombres.js';
import { nombresEcrits } from '../../../../texte/nombres-ecrits.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { quantiteProbable } from '../../../montants.js';
import { once } from '../../../une-fois.js';
import { nomCite } from '../../../vocabulaire.js';
import { cheminConvention } from '../../chemins.js';
import { donneursNommes } from '../financement/donneurs-nommes.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { nomNu, propositions } from '../propositions.js';

const DU_MODE = /^(?:mode.operatoire|bilan|evaluation)\b/;
const PORTE =
  /^la convention (?:avec |de |d'|du |des )(?<qui>.+?) (?:porte sur|prevoit|compte|vaut|donne|est de) (?<quoi>[^,]+)$/;
const RECOIT =
  /^(?<qui>.+?) (?:recoit|recevra|touche|touchera|est paye|sera paye|est payee|sera payee|est remunere|est remuneree) (?<quoi>[^,]*€[^,]* pour (?:ses |les )?[^,]*jour[^,]*)$/;
const GRATUIT = /^(?<qui>.+?) (?:est|sera) (?:paye|remunere)e? (?<quoi>[^,]*€.*)$/;

/** The same words, their factor kept: « 6 750 k€ » is read with it. */
const montantsDe = (texte: string): number[] =>
  nombresEcrits(texte.replaceAll('m€', 'M€')).flatMap(({ valeur, debut, fin }) =>
    /€/.test(texte.slice(debut, fin)) || /^ ?(?:€|euros)/.test(texte.slice(fin)) ? [valeur] : [],
  );
const joursDe = (texte: string): number[] =>
  quantitesEcrites(texte).flatMap(({ valeur, suite }) =>
    /^(?:jours?|journees?)\b/.test(suite.trim()) ? [valeur] : [],
  );

export function conventionsChiffrees(study: Study): Lecteur {
  const { mode_operatoire: mode, acteurs, scenarios } = study;
  const all = once(() => [...(mode?.conventions ?? []).entries()]);
  return (phrase, ou) =>
    !DU_MODE.test(ou)
      ? []
      : propositions(phrase).flatMap((part): Dementi[] => {
          const groups = /€|jour/.test(part)
            ? (PORTE.exec(part) ?? RECOIT.exec(part) ?? GRATUIT.exec(part))?.groups
            : undefined;
          const who = groups ? donneursNommes(study).get(nomNu(groups.qui ?? '')) : undefined;
          const [own, ...others] = who ? all().filter(([, { partenaire }]) => who.acteurs.has(partenaire)) : [];
          if (!groups || !own || others.length > 0) return [];
          const [rank, { partenaire, montant, jours_an: days, sens, id }] = own;
          if (sens === 'recu' || /par (?:jour|mois|trimestre|heure)/.test(part)) return [];
          const quoi = groups.quoi ?? '';
          // What was done in the year, or is given by the scenario, may be told in its place.
          const done = mode?.realise?.jours?.find(({ acteur }) => acteur === partenaire)?.jours;
          const paid = mode?.realise?.paiements?.find(({ convention }) => convention === id)?.montant;
          const partner = scenarios
            .find((one) => one.id === mode?.scenario)
            ?.partenaires.find(({ acteur }) => acteur === partenaire);
          const share = partner?.jours_finances;
          const planned = partner?.jours_an === undefined ? undefined : quantiteProbable(partner.jours_an);
          // Those that are paid, and those that are brought.
          const parts = [planned, days].flatMap((all) =>
            all === undefined || share === undefined ? [] : [share * all, (1 - share) * all].map(Math.round),
          );
          const price = montant === undefined ? 0 : quantiteProbable(montant);
          const fauxMontant = montantsDe(quoi).some(
            (told) =>
              ![price, paid].some((one) => one !== undefined && Math.abs(one - told) <= Math.max(1, 0.01 * told)),
          );
          const fauxJours =
            days !== undefined && joursDe(quoi).some((told) => ![days, done, planned, ...parts].includes(told));
          if (!fauxMontant && !fauxJours) return [];
          const actor = acteurs.find((one) => one.id === partenaire);
          const said = [
            ...(days === undefined ? [] : [compte(days, 'jour')]),
            ...(montant === undefined ? [] : [euros(price)]),
          ];
          return [
            {
              dit: `la convention avec ${nomCite(actor?.sigle ?? actor?.nom ?? partenaire)} ${said.length === 0 ? 'ne dit ni jours ni montant' : `porte sur ${enumerer(said)}${montant === undefined ? ', sans montant' : ''}`}`,
              contre: [cheminConvention(id, rank)],
            },
          ];
        });
}
