export {
  openSignInService,
  type ProviderFault,
  type ProviderSettings,
  type Recognised,
  type SignInService,
  type Ties,
} from './provider.ts';
