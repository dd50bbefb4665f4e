// The bot's door: `npm start`. What happens behind it is wired in app/.
import { runProgram } from './app/run-program.ts';

await runProgram();
