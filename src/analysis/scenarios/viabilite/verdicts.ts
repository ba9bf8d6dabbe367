/** Verdicts of the viability tests as cells, and the index that they make. */
import { egal, type Formule, plus, si, texte, UN, ZERO } from '../../formules/formule.js';
import { commun } from '../cles.js';
import { OUI } from '../depenses-et-charge/depenses.js';
import type { ContexteTest } from './definition.js';
import { indiceDe, SOUS_CONDITION, TESTS, testsApplicables } from './tests-viabilite.js';

/** Lays down the tests, their verdicts (« oui » or « non ») and the index. */
export function poserTests(x: ContexteTest): void {
  const { m, k } = x;
  const ids = testsApplicables(x.seuils);
  for (const id of ids) {
    const { libelle, unite, mesure, passe, assure } = TESTS[id];
    const words = libelle.toLowerCase();
    const measure = m.calcul(k.mesureTest(id), () => mesure(x), { libelle: `mesure du test « ${words} »`, unite });
    const met = (): Formule => (assure ? si(assure(x).tient, OUI, SOUS_CONDITION) : OUI);
    m.calcul(k.verdict(id), () => si(passe(measure, x), met(), texte('non')), {
      libelle: `verdict du test « ${words} »`,
    });
  }
  const verdicts = ids.map((id) => m.lire(k.verdict(id)));
  m.calcul(k.total('tests_satisfaits'), plus(...verdicts.map((verdict) => si(egal(verdict, OUI), UN, ZERO))), {
    libelle: 'tests satisfaits',
  });
  m.calcul(
    k.total('indice_viabilite'),
    indiceDe(
      verdicts,
      ids.map((id) => m.lire(commun.poidsTest(id))),
    ),
    { libelle: 'indice de viabilité', unite: 'points sur 100' },
  );
}
