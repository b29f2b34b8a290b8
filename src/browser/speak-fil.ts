import { first } from '../words/fil/first.ts';
import { speak } from './speech.ts';

// Before any script that says something.
speak(first);
