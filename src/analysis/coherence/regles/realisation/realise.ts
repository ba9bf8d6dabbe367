/** What was done and what is proposed, against what was agreed: money paid for days, days of a way on, money of a way on. */
import { group, sum } from 'd3-array';
import { accorder, compte, majuscule } from '../../../../texte/accords.js';
import { auJour, leJour } from '../../../../texte/dates.js';
import { euros, nombreFr } from '../../../../texte/nombres.js';
import { posterieur } from '../../../dates.js';
import { montantProbable } from '../../../montants.js';
import { moisDesComptes } from '../../../projets/duree-des-comptes.js';
import { joursDeSuite } from '../../../projets/suites.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { depasse, quantite } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const payeSansJours: RegleCoherence = {
  code: 'paye-sans-jours',
  gravite: 'attention',
  titre: 'Une convention payée au jour est payée au-delà des jours faits.',
  explication:
    'Ce qui a été payé en tout à une convention (« realise.paiements ») se compare à son montant, ramené à la part des jours faits (« realise.jours ») sur les jours convenus (« jours_an »), à un euro près. Les jours faits en plus ne sont pas dus ; les comptes de plus d’un an en portent le prorata des mois.',
  livrables: ['bilan'],
  verifier: ({ study, acteur }) => {
    const { conventions = [], realise } = study.mode_operatoire ?? {};
    const payments = realise?.paiements ?? [];
    const months = study.mode_operatoire ? moisDesComptes(study.mode_operatoire) : null;
    return payments.flatMap(({ convention: id }, index): Contradiction[] => {
      if (payments.findIndex((other) => other.convention === id) !== index) return [];
      const paid = payments.reduce((sum, other) => (other.convention === id ? sum + other.montant : sum), 0);
      const one = conventions.find((convention) => convention.id === id);
      const rank = realise?.jours?.findIndex((line) => line.acteur === one?.partenaire) ?? -1;
      const done = realise?.jours?.[rank]?.jours;
      const amount = montantProbable(one?.montant);
      if (!one?.jours_an || done === undefined || amount === null) return [];
      // What is agreed is of a year: longer accounts hold more of it.
      const years = months ? Math.max(1, months / 12) : 1;
      const due = amount * Math.min(years, done / one.jours_an);
      if (!depasse(paid - due, 1)) return [];
      return [
        {
          chemin: `mode_operatoire/realise/paiements/${index + 1}/montant`,
          contre: [`mode_operatoire/realise/jours/${rank + 1}`],
          message: `${euros(paid)} ont été payés à ${acteur(one.partenaire)} pour ${compte(done, 'jour fait', 'jours faits')} sur ${nombreFr(one.jours_an)} ${accorder('convenu', one.jours_an)}${years > 1 ? ' par an' : ''}, qui en valent ${euros(Math.round(due))}.`,
          issue: 'Ramenez le paiement aux jours faits, ou corrigez les jours.',
        },
      ];
    });
  },
};

export const comptesApresLeurArret: RegleCoherence = {
  code: 'comptes-apres-leur-arret',
  gravite: 'attention',
  titre: 'Les comptes portent sur ce qui vient après leur arrêt.',
  explication:
    'Les comptes s’arrêtent (« realise.au ») au plus tôt le dernier jour sur lequel ils portent (« jusqu_au ») : après, pour recevoir les dernières factures, jamais avant.',
  livrables: ['bilan'],
  verifier: ({ study }) => {
    const { au, jusqu_au: last } = study.mode_operatoire?.realise ?? {};
    return au === undefined || last === undefined || !posterieur(last, au)
      ? []
      : [
          {
            chemin: 'mode_operatoire/realise/jusqu_au',
            contre: ['mode_operatoire/realise/au'],
            message: `les comptes portent jusqu’${auJour(last)}, et ils sont arrêtés ${leJour(au)}.`,
            issue: 'Corrigez une des deux dates.',
          },
        ];
  },
};

export const payeSansSignature: RegleCoherence = {
  code: 'paye-sans-signature',
  gravite: 'attention',
  titre: 'Une convention est payée sans être signée, ou avant de l’être.',
  explication:
    'Un paiement (« realise.paiements ») suppose une convention signée (« etat: signee », ou sa date dans « signee_le ») au plus tard le jour où les comptes sont arrêtés (« realise.au »).',
  livrables: ['bilan'],
  verifier: ({ study, acteur }) => {
    const { conventions = [], realise } = study.mode_operatoire ?? {};
    const paid = (realise?.paiements ?? []).map((one, i) => ({
      ...one,
      chemin: `mode_operatoire/realise/paiements/${i + 1}/montant`,
    }));
    return [...group(paid, ({ convention }) => convention)].flatMap(([id, all]): Contradiction[] => {
      const one = conventions.find((convention) => convention.id === id);
      const montant = sum(all, (payment) => payment.montant);
      const [first, ...others] = all.map(({ chemin }) => chemin);
      const late = posterieur(one?.signee_le, realise?.au ?? '');
      const signed = one?.etat === 'signee' || one?.signee_le !== undefined;
      if (!one || !realise || first === undefined || montant === 0 || (signed && !late)) return [];
      return [
        {
          chemin: first,
          contre: [`mode_operatoire/conventions/${id}/${late ? 'signee_le' : 'etat'}`, ...others],
          message: `la convention « ${one.objet} » avec ${acteur(one.partenaire)}, au titre de laquelle ${euros(montant)} ont été payés, ${late ? `n’est signée que ${leJour(one.signee_le ?? '')}` : 'n’est pas signée'}.`,
          issue: 'Datez la signature de la convention, ou corrigez le paiement.',
          saisie: 'La date s’écrit dans « signee_le » de la convention (mode-operatoire.yaml).',
        },
      ];
    });
  },
};

export const suiteAuDelaDesJours: RegleCoherence = {
  code: 'suite-au-dela-des-jours',
  gravite: 'attention',
  titre: 'La suite proposée demande à l’équipe plus de jours qu’elle n’en a.',
  explication:
    'Les volumes d’une suite (« suites.volumes »), multipliés par leurs jours d’équipe (« jours_equipe », ou ceux du scénario, part des partenaires ôtée), se comparent aux jours que les postes du porteur apportent en un an. La règle ne vaut que pour la suite proposée.',
  livrables: ['bilan'],
  verifier: ({ study }) =>
    (study.evaluation?.suites ?? []).flatMap((suite, index): Contradiction[] => {
      const found = suite.proposee ? joursDeSuite(study, suite) : null;
      if (!found || !depasse(found.demandes - found.apportes, 0.5)) return [];
      return [
        {
          chemin: `evaluation/suites/${index + 1}/volumes`,
          contre: [`scenarios/${study.mode_operatoire?.scenario ?? ''}/moyens/humains`],
          message: `la suite proposée demande ${compte(Math.round(found.demandes), 'jour')} par an à l’équipe du porteur, dont les postes en apportent ${nombreFr(Math.round(found.apportes))}.`,
          issue: 'Réduisez les volumes ou les jours de la suite, ou ajoutez un poste et son coût.',
          saisie:
            'Un poste s’ajoute à « moyens.humains » du scénario (scenarios.yaml), et son coût à « suites.cout » (evaluation.yaml).',
        },
      ];
    }),
};

export const suiteMalFinancee: RegleCoherence = {
  code: 'suite-mal-financee',
  gravite: 'attention',
  titre: 'Le plan de financement d’une suite, ou le détail de ses dépenses, ne fait pas son coût.',
  explication:
    'La somme des recettes d’une suite (« suites.financement »), et celle de ses dépenses (« suites.depenses »), se comparent à son coût le plus probable, à un euro près. La règle ne vaut que de ce qui est écrit.',
  livrables: ['bilan'],
  verifier: ({ study }) =>
    (study.evaluation?.suites ?? []).flatMap(({ financement, depenses, cout, resume }, index): Contradiction[] => {
      const cost = montantProbable(cout);
      const lists = [
        {
          cle: 'financement',
          lignes: financement,
          dit: 'son plan de financement en réunit',
          quoi: 'le plan de financement',
        },
        { cle: 'depenses', lignes: depenses, dit: 'ses dépenses détaillées en font', quoi: 'le détail des dépenses' },
      ];
      return lists.flatMap(({ cle, lignes, dit, quoi }): Contradiction[] => {
        const total = (lignes ?? []).reduce((sum, { montant }) => sum + montant, 0);
        if (!lignes || cost === null || !depasse(Math.abs(total - cost), 1)) return [];
        return [
          {
            chemin: `evaluation/suites/${index + 1}/${cle}`,
            contre: [`evaluation/suites/${index + 1}/cout`],
            message: `la suite « ${resume.replace(/\.$/, '')} » coûte ${euros(cost)} ; ${dit} ${euros(total)}.`,
            issue: `Complétez ${quoi}, ou corrigez le coût.`,
            saisie: `${majuscule(quoi)} s’écrit dans « suites.${cle} » (evaluation.yaml) : « libelle » et « montant ».`,
          },
        ];
      });
    }),
};

export const payeAuDelaDuRealise: RegleCoherence = {
  code: 'paye-au-dela-du-realise',
  gravite: 'attention',
  titre: 'Les conventions ont été payées plus que la dépense qui les contient.',
  explication:
    'Les paiements des conventions (« realise.paiements ») se rangent dans la nature de la ligne du budget qui les paie (« ligne »). Leur somme ne dépasse pas ce qui a été dépensé dans cette nature (« realise.depenses »), à un euro près.',
  livrables: ['bilan'],
  verifier: ({ study }) => {
    const { conventions = [], realise, scenario: id } = study.mode_operatoire ?? {};
    const lines = study.scenarios.find((one) => one.id === id)?.moyens.fonctionnement ?? [];
    const natureDe = (convention: string): string | undefined => {
      const line = conventions.find((one) => one.id === convention)?.ligne;
      const found = lines.find((one) => one.id === line);
      return found && (found.nature ?? 'fonctionnement');
    };
    return (realise?.depenses ?? []).flatMap(({ nature, montant }, i): Contradiction[] => {
      const paid = (realise?.paiements ?? []).filter(({ convention }) => natureDe(convention) === nature);
      const total = paid.reduce((sum, one) => sum + one.montant, 0);
      if (!depasse(total - montant, 1)) return [];
      return [
        {
          chemin: `mode_operatoire/realise/depenses/${i + 1}/montant`,
          contre: ['mode_operatoire/realise/paiements'],
          message: `les conventions ont été payées ${euros(total)}, et la dépense qui les contient est de ${euros(montant)}.`,
          issue: 'Corrigez la dépense, ou les paiements.',
        },
      ];
    });
  },
};

/** Days are not told to the hour, nor all of them by a modality: half as many again are still the same. */
const MARGE_DES_VOLUMES = 1.5;

export const volumesAuDelaDesJours: RegleCoherence = {
  code: 'volumes-au-dela-des-jours',
  gravite: 'attention',
  titre: 'Ce qui a été fait demande plus de jours que l’on n’en a fait.',
  explication:
    'Les volumes réalisés (« realise.volumes »), multipliés par les jours de chaque unité dans le scénario (« jours_par_unite »), se comparent à tous les jours faits (« realise.jours »), à moitié près, quand tous ceux qui ont un poste y sont : au-delà, un volume, un compte de jours ou les jours d’une unité est faux.',
  livrables: ['bilan'],
  verifier: ({ study }) => {
    const { realise } = study.mode_operatoire ?? {};
    const scenario = scenarioDecrit(study);
    const done = sum(realise?.jours ?? [], ({ jours }) => jours);
    const lines = (realise?.volumes ?? []).flatMap(({ modalite, nombre }, i) => {
      const one = scenario?.modalites.find(({ id }) => id === modalite);
      return one ? [{ i, nombre, modalite, jours: nombre * quantite(one.jours_par_unite) }] : [];
    });
    const asked = sum(lines, ({ jours }) => jours);
    const [most] = [...lines].sort((a, b) => b.jours - a.jours);
    const counted = new Set(realise?.jours?.map(({ acteur }) => acteur));
    // Days of those who hold the posts, left out of the account, are not known.
    if (scenario?.moyens.humains.some(({ porteur }) => !counted.has(porteur))) return [];
    if (!scenario || !most || done === 0 || !depasse(asked, MARGE_DES_VOLUMES * done)) return [];
    return [
      {
        chemin: `mode_operatoire/realise/volumes/${most.i + 1}/nombre`,
        contre: [
          'mode_operatoire/realise/jours',
          `scenarios/${scenario.id}/modalites/${most.modalite}/jours_par_unite`,
        ],
        message: `ce qui a été fait demande ${compte(Math.round(asked), 'jour')}, à raison de ceux que le scénario compte pour chaque unité ; ${compte(done, 'a été fait', 'ont été faits')} en tout.`,
        issue: 'Corrigez le volume, les jours faits, ou ceux d’une unité.',
      },
    ];
  },
};

/** Projects whose support has begun: those merely hoped for, or chosen and not begun, count for nothing yet. */
const SUIVIS: ReadonlySet<string | undefined> = new Set(['en-cours', 'termine', 'abandonne']);

export const projetsNonComptes: RegleCoherence = {
  code: 'projets-non-comptes',
  gravite: 'attention',
  titre: 'Les comptes ont moins de projets accompagnés que l’étude n’en a de fiches.',
  explication:
    'Ce qui a été fait d’une modalité comptée en projets (« realise.volumes ») est au moins le nombre des projets en cours, terminés ou abandonnés que l’étude décrit.',
  livrables: ['bilan'],
  verifier: ({ study }) => {
    const scenario = scenarioDecrit(study);
    const sheets = study.projets.filter(({ etat }) => SUIVIS.has(etat));
    const [first] = sheets;
    const modalities = (scenario?.modalites ?? []).filter(({ unite }) => /^projets?$/i.test(unite));
    const [only] = modalities;
    if (!first || !only || modalities.length > 1) return [];
    return (study.mode_operatoire?.realise?.volumes ?? []).flatMap(({ modalite, nombre }, i): Contradiction[] =>
      modalite !== only.id || nombre >= sheets.length
        ? []
        : [
            {
              chemin: `mode_operatoire/realise/volumes/${i + 1}/nombre`,
              contre: [`projets/${first.id}`],
              message: `${compte(nombre, 'projet accompagné est compté', 'projets accompagnés sont comptés', 'aucun projet accompagné n’est compté')}, et l’étude en décrit ${sheets.length} ${sheets.length > 1 ? 'qui ont commencé' : 'qui a commencé'}.`,
              issue: 'Corrigez le compte, ou l’état d’un projet.',
            },
          ],
    );
  },
};

export const REALISE = [
  projetsNonComptes,
  comptesApresLeurArret,
  volumesAuDelaDesJours,
  payeAuDelaDuRealise,
  payeSansJours,
  payeSansSignature,
  suiteAuDelaDesJours,
  suiteMalFinancee,
] as const;
