/** « l’animateur est salarié du syndicat »: the employer that a sentence gives to a post, against the one that its scenario pays. */
import type { Study } from '../../../../study/study.js';
import { phraseNue, sansArticle } from '../../../../texte/identifiant.js';
import { debutDePhrase, finDePhrase } from '../../../../texte/propos.js';
import { memeMot, motsDe } from '../../../../texte/quantites-ecrites.js';
import { once } from '../../../une-fois.js';
import { nomCite } from '../../../vocabulaire.js';
import { donneursNommes } from '../financement/donneurs-nommes.js';
import { contientUn, type Dementi, type Lecteur } from '../lecteur.js';
import { nomNu, propositions } from '../propositions.js';

/** One who works for another than who pays, or will: two employers are then true. */
const PRETE =
  /\b(?:mis\w*|prete\w*|detache\w*|partage\w*|si|sinon|sauf|ne|n'|pas|puis|avant|jusqu\w*|ou|apres|variante|autre)\b|\bn'/;
const EST =
  /\b(?:est|sera|reste|sont|seront|restent)(?: donc| aussi| tous)? (?:(?:un |une |des )?(?:agents?|salarie?e?s?|employee?s?|fonctionnaires?) (?:de |du |des |d')|(?:recrute|employe|embauche|salarie|remunere|paye)e?s? par )/g;

const AGENT = [' agent d', ' agents d', 'salarié', 'fonctionnaire'];
const RECRUTE = ['recruté', 'employé', 'embauché', 'rémunéré', 'payé'];
/** Most sentences give no employer: they are not read further. */
const donneUnEmployeur = (phrase: string): boolean =>
  (contientUn(phrase, AGENT) || (phrase.includes(' par ') && contientUn(phrase, RECRUTE))) &&
  contientUn(phrase, ['est ', 'sera ', 'sont ', 'seront ', 'reste']);

/** « le syndicat emploie les quatre référents »: the same, told of who pays. */
const EMPLOIE =
  /^(?<qui>.+?) (?:emploie(?:nt|ra|ront)?|recrute(?:nt|ra|ront)?|salarie(?:nt|ra|ront)?|remunere(?:nt|ra|ront)?) (?:tous )?(?:les |l'|le |la )(?:(?:\d+|deux|trois|quatre|cinq|six) )?(?<poste>[a-z' -]+)$/;

/** The mode opératoire and what is handed over with it speak of the scenario retained. */
const DU_RETENU = /^(?:mode.operatoire|bilan|evaluation|fiches-projets)\b/;

export function employeursDits(study: Study): Lecteur {
  const { scenarios, acteurs, mode_operatoire: mode } = study;
  // Made at the first sentence that gives an employer to someone: few do.
  const noms = once(() => {
    const names = new Map<string, string>();
    for (const { id, nom, sigle } of acteurs)
      for (const one of [nom, sigle]) if (one !== undefined && one.length > 1) names.set(sansArticle(one), id);
    return [...names].sort(([a], [b]) => b.length - a.length);
  });
  /** The organisation whose name begins a text, and what follows it. */
  const nomme = (texte: string): { id: string; suite: string } | undefined => {
    const plain = sansArticle(texte);
    const [nom, id] = noms().find(([one]) => plain.startsWith(one) && !/^[\w'-]/.test(plain.slice(one.length))) ?? [];
    return nom === undefined || id === undefined ? undefined : { id, suite: plain.slice(nom.length) };
  };
  const ofScenario = (ou: string) => {
    const rank = /^scenarios\/(\d+)/.exec(ou)?.[1];
    return rank === undefined
      ? DU_RETENU.test(ou)
        ? scenarios.find(({ id }) => id === mode?.scenario)
        : undefined
      : scenarios[Number(rank)];
  };
  /** The posts of this name, in the scenario of the sentence or in any, none of which this employer pays. */
  function actif(part: string, ou: string): Dementi[] {
    const { qui = '', poste = '' } = EMPLOIE.exec(part)?.groups ?? {};
    const employer = qui === '' ? undefined : donneursNommes(study).get(nomNu(qui));
    const words = motsDe(poste);
    if (!employer || words.length === 0 || PRETE.test(part)) return [];
    const own = ofScenario(ou);
    const posts = (own ? [own] : /^scenarios/.test(ou) ? scenarios : []).flatMap((scenario) =>
      scenario.moyens.humains.flatMap((post) =>
        words.every((word, i) => memeMot(word, motsDe(post.profil)[i] ?? '')) ? [{ scenario, post }] : [],
      ),
    );
    const [first] = posts;
    if (!first || posts.some(({ post }) => employer.acteurs.has(post.porteur))) return [];
    const bearer = acteurs.find(({ id }) => id === first.post.porteur);
    return [
      {
        dit: `« ${first.post.profil} » a pour employeur ${nomCite(bearer?.sigle ?? bearer?.nom ?? first.post.porteur)}`,
        contre: [`scenarios/${first.scenario.id}/moyens/humains/${first.post.id}/porteur`],
      },
    ];
  }
  return (phrase, ou) => {
    const active = / (?:emploi|recrut|salari|rémunèr)/.test(phrase)
      ? propositions(phrase).flatMap((part) => actif(part, ou))
      : [];
    if (!donneUnEmployeur(phrase)) return active;
    const scenario = ofScenario(ou);
    if (!scenario) return active;
    const plain = phraseNue(phrase);
    return [...plain.matchAll(EST)].flatMap(({ 0: whole, index }): Dementi[] => {
      const before = debutDePhrase(plain.slice(0, index), true);
      const employer = nomme(plain.slice(index + whole.length));
      if (!employer || /^,? (?:et|ou) /.test(employer.suite)) return [];
      const after = finDePhrase(employer.suite);
      if (PRETE.test(before) || PRETE.test(after)) return [];
      const subject = motsDe(sansArticle(before));
      // The job, by all its words or by the first.
      const posts = scenario.moyens.humains.filter(({ profil }) => {
        const job = motsDe(profil);
        return (
          subject.length > 0 &&
          (subject.length === 1 || subject.length === job.length) &&
          subject.every((word, i) => memeMot(word, job[i] ?? ''))
        );
      });
      const [post] = posts;
      if (!post || posts.some(({ porteur }) => porteur === employer.id)) return [];
      const own = acteurs.find(({ id }) => id === post.porteur);
      return [
        {
          dit: `« ${post.profil} » a pour employeur ${nomCite(own?.sigle ?? own?.nom ?? post.porteur)}`,
          contre: [`scenarios/${scenario.id}/moyens/humains/${post.id}/porteur`],
        },
      ];
    });
  };
}
