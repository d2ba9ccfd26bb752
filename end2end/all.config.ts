// Every browser story, those too that are not yet part of the checks.
import checks from './playwright.config';

export default { ...checks, testMatch: '*.spec.ts' };
