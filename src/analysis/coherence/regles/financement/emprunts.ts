/** Money that is given back: counted among what is given, larger than what it may pay for, or paid back by another loan. */
import { sum } from 'd3-array';
import { cellAt, numberAt } from '../../../../lists/at.js';
import { euros } from '../../../../texte/nombres.js';
import { tientUneComptabilitePublique } from '../../../mode-operatoire/exercices.js';
import { type Chiffrage, chiffrageDe, recettesInscrites } from '../../../scenarios/chiffrage.js';
import { estEmprunt } from '../../../scenarios/depenses-et-charge/emprunts.js';
import { FCTVA } from '../../../scenarios/depenses-et-charge/fctva.js';
import { encaissee, payeursHorsCaisse } from '../../../scenarios/financement/caisse-du-porteur.js';
import { nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** What a label calls a loan; a loan of tools or of rooms is none. */
const PRET =
  /\bemprunts?\b|\bavances? (?:remboursable|récupérable)|\bprêts? (?:bancaire|participatif|relais|d’honneur|d'honneur|sans intérêt|à taux|à long terme|à moyen terme)/i;

const pretEnSubvention: RegleCoherence = {
  code: 'pret-en-subvention',
  gravite: 'attention',
  titre: 'Un prêt est compté comme une aide.',
  explication:
    'Une recette dont le libellé dit qu’elle se rembourse (emprunt, prêt bancaire, avance remboursable) et dont la nature est « subvention », « participation » ou « recette » entre dans le taux d’aide publique et dans les plafonds de cofinancement, et rien ne la rend. Un emprunt s’écrit « nature: emprunt », avec « remboursement » : ses intérêts et son capital paraissent alors dans les années du plan.',
  exemple: 'nature: emprunt\nmontant: 60000\nannees: [1]\nremboursement: { taux: 0.035, duree_annees: 10 }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { scenarios }, nomSeul }) =>
    scenarios.flatMap(({ id: scenario, titre, financements }) =>
      financements.flatMap((source): Contradiction[] => {
        const { id, nature, libelle = '' } = source;
        if (nature === 'emprunt' || nature === 'autofinancement' || !PRET.test(libelle)) return [];
        const at = `scenarios/${scenario}/financements/${id}`;
        return [
          {
            chemin: `${at}/libelle`,
            contre: [`${at}/nature`],
            message: `dans « ${titre} », « ${nomDeLaSource(source, nomSeul)} » se rembourse d’après son nom, et compte comme une ${nature}.`,
            issue: 'Dites comment il se rembourse, ou corrigez son nom.',
            saisie: 'Écrivez « nature: emprunt » et « remboursement: { taux, duree_annees } » dans scenarios.yaml.',
          },
        ];
      }),
    ),
};

/** What a bearer that keeps public accounts draws, buys and gives back, in euros by year; its own resources may pay capital back (CGCT, article L1612-4). */
interface AnneesDEmprunt {
  tire: number[];
  achats: number[];
  capital: number[];
  /** Operating surplus, and what of investment is neither a loan nor an aid for purchases. */
  propres: number[];
}

function anneesDEmprunt(chiffrage: Chiffrage): AnneesDEmprunt {
  const { scenario, lignes, montants, depensesAnnuelles } = chiffrage;
  const { financements, porteur } = scenario;
  const entered = recettesInscrites(chiffrage);
  const aside = payeursHorsCaisse(scenario);
  const spent = (kept: (line: (typeof lignes)[number]) => boolean): number[] =>
    depensesAnnuelles.map((_, year) =>
      sum(lignes, (line, i) => (!aside.has(line.porteur) && kept(line) ? cellAt(montants, i, year) : 0)),
    );
  const received = (kept: (source: (typeof financements)[number]) => boolean): number[] =>
    depensesAnnuelles.map((_, year) =>
      sum(financements, (source, i) => (encaissee(source, porteur) && kept(source) ? cellAt(entered, i, year) : 0)),
    );
  const running = spent(({ section }) => section === 'fonctionnement');
  const own = received(
    (source) =>
      !estEmprunt(source) &&
      (source.section !== 'investissement' || source.id === FCTVA || source.nature === 'autofinancement'),
  );
  return {
    tire: received(estEmprunt),
    achats: spent(({ section, nature }) => section === 'investissement' && nature !== 'capital'),
    capital: spent(({ nature }) => nature === 'capital'),
    propres: own.map((value, year) => value - numberAt(running, year)),
  };
}

const empruntAuDelaDesAchats: RegleCoherence = {
  code: 'emprunt-au-dela-des-achats',
  gravite: 'attention',
  titre: 'Une collectivité emprunte plus que ce qu’elle achète.',
  explication:
    'Un porteur public n’emprunte que pour sa section d’investissement, et chaque section de son budget est en équilibre (code général des collectivités territoriales, article L1612-4) : les emprunts du plan ne passent pas ses achats (matériel, outils à acheter). Ce qu’il avance pour le fonctionnement, en attendant une aide, est une ligne de trésorerie, qui n’est pas dans le plan.',
  exemple: 'nature: emprunt\nmontant: 6000        # les achats de la première année',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, nomSeul }) =>
    study.scenarios.flatMap((scenario): Contradiction[] => {
      const loans = scenario.financements.filter(estEmprunt);
      const [first] = loans;
      if (!first || !tientUneComptabilitePublique(study.acteurs, scenario.porteur)) return [];
      const { tire, achats } = anneesDEmprunt(chiffrageDe(study, scenario));
      const [drawn, bought] = [sum(tire), sum(achats)];
      if (!depasse(drawn, bought)) return [];
      return [
        {
          chemin: `scenarios/${scenario.id}/financements/${first.id}/montant`,
          contre: [
            `scenarios/${scenario.id}/moyens`,
            ...loans.slice(1).map(({ id }) => `scenarios/${scenario.id}/financements/${id}/montant`),
          ],
          message: `dans « ${scenario.titre} », ${loans.length > 1 ? 'les emprunts donnent' : `« ${nomDeLaSource(first, nomSeul)} » donne`} ${euros(drawn)}, et les achats du porteur ne font que ${euros(bought)} : le reste paierait du fonctionnement, ou l’emprunt lui-même.`,
          issue: 'Empruntez au plus ce qui s’achète, ou écrivez les achats qui manquent.',
          saisie:
            'Les achats s’écrivent dans « moyens.materiels » et « outils » du scénario ; une avance en attendant une aide ne s’écrit pas en emprunt.',
        },
      ];
    }),
};

/** First year (from 0) that draws a loan and has too little of its own, what the years before left included, to give back the capital that falls due. */
function anneeNonCouverte({ tire, capital, propres }: AnneesDEmprunt) {
  let left = 0;
  for (const [year, due] of capital.entries()) {
    const own = Math.max(0, left + numberAt(propres, year));
    const drawn = numberAt(tire, year);
    if (drawn > 0 && depasse(due, own)) return { year, capital: due, own, tire: drawn };
    left = Math.max(0, own - due);
  }
  return null;
}

const capitalRembourseParEmprunt: RegleCoherence = {
  code: 'capital-rembourse-par-emprunt',
  gravite: 'attention',
  titre: 'Le capital d’un emprunt est rendu avec un autre, ou avec lui-même.',
  explication:
    'Le budget d’une collectivité est en équilibre réel quand ses ressources propres (ce que le fonctionnement laisse, le fonds de compensation de la TVA, son autofinancement), à l’exclusion du produit des emprunts, couvrent le capital à rendre dans l’exercice (code général des collectivités territoriales, article L1612-4). Une année où un emprunt est tiré, et où ces ressources, avec ce qui reste des années d’avant, sont sous le capital à rendre, ne l’est pas.',
  exemple: 'remboursement: { taux: 0.035, duree_annees: 10, premiere_annee: 2 }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study }) =>
    study.scenarios.flatMap((scenario): Contradiction[] => {
      const loans = scenario.financements.filter(estEmprunt);
      if (loans.length === 0 || !tientUneComptabilitePublique(study.acteurs, scenario.porteur)) return [];
      const lacking = anneeNonCouverte(anneesDEmprunt(chiffrageDe(study, scenario)));
      if (!lacking) return [];
      const { year, capital, own, tire } = lacking;
      const drawn = loans.find(({ annees = [1] }) => annees.includes(year + 1)) ?? loans[0];
      return [
        {
          chemin: `scenarios/${scenario.id}/financements/${drawn?.id}/remboursement`,
          contre: [`scenarios/${scenario.id}/financements`],
          message: `dans « ${scenario.titre} », l’année ${year + 1} rend ${euros(capital)} de capital, et n’a que ${euros(own)} de ressources propres pour le faire : l’emprunt de ${euros(tire)} tiré cette année-là le paierait.`,
          issue: 'Reportez la première échéance, ou augmentez les ressources propres de l’année.',
          saisie:
            'La première échéance s’écrit dans « remboursement.premiere_annee » (scenarios.yaml), l’autofinancement dans « financements ».',
        },
      ];
    }),
};

export const EMPRUNTS = [pretEnSubvention, empruntAuDelaDesAchats, capitalRembourseParEmprunt] as const;
