import { render } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { createMemoryRouter } from 'react-router';
import { App } from '../app/App.tsx';
import { routes } from '../app/routes.tsx';

/** The whole desk at an address, as somebody would open it. */
export function openDesk(address: string): UserEvent {
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  render(<App router={router} />);
  return userEvent.setup({ delay: null });
}
