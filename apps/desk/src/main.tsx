import '@yimen/ui/styles.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/forms.css';
import './styles/screens.css';
import './styles/account.css';
import './styles/supervision.css';
import './styles/print.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { deskRouter } from './app/routes.tsx';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App router={deskRouter()} />);
