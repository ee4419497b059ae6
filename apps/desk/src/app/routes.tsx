import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { Gate } from './Gate.tsx';
import { NotFound, PageTrouble } from './PageTrouble.tsx';

/** Each screen is loaded when it is opened; the queue is what a day begins with. */
export const routes: RouteObject[] = [
  {
    element: <Gate />,
    errorElement: <PageTrouble />,
    hydrateFallbackElement: <p className="loading">…</p>,
    children: [
      { index: true, element: <Navigate to="/queue" replace /> },
      {
        path: 'queue',
        lazy: async () => ({ Component: (await import('../features/queue/QueuePage.tsx')).QueuePage }),
      },
      {
        path: 'intake',
        lazy: async () => ({ Component: (await import('../features/intake/IntakePage.tsx')).IntakePage }),
      },
      {
        path: 'intake/done/:caseId',
        lazy: async () => ({ Component: (await import('../features/intake/DonePage.tsx')).DonePage }),
      },
      {
        path: 'checklist',
        lazy: async () => ({ Component: (await import('../features/sheets/ChecklistPage.tsx')).ChecklistPage }),
      },
      {
        path: 'checklist/:itemId',
        lazy: async () => ({ Component: (await import('../features/sheets/ChecklistPage.tsx')).ChecklistPage }),
      },
      {
        path: 'cases/:caseId',
        lazy: async () => ({ Component: (await import('../features/casePage/CasePage.tsx')).CasePage }),
      },
      {
        path: 'sign-off',
        lazy: async () => ({ Component: (await import('../features/signOff/SignOffList.tsx')).SignOffList }),
      },
      {
        path: 'sign-off/:caseId',
        lazy: async () => ({ Component: (await import('../features/signOff/SignOffPage.tsx')).SignOffPage }),
      },
      {
        path: 'delivery',
        lazy: async () => ({ Component: (await import('../features/delivery/DeliveryPage.tsx')).DeliveryPage }),
      },
      {
        path: 'delivery/:caseId',
        lazy: async () => ({ Component: (await import('../features/delivery/DeliveryPage.tsx')).DeliveryPage }),
      },
      {
        path: 'account',
        lazy: async () => ({ Component: (await import('../features/account/AccountPage.tsx')).AccountPage }),
      },
      {
        path: 'supervision',
        lazy: async () => ({ Component: (await import('../features/supervision/BoardPage.tsx')).BoardPage }),
      },
      {
        path: 'supervision/rows',
        lazy: async () => ({ Component: (await import('../features/supervision/RowsPage.tsx')).RowsPage }),
      },
      {
        path: 'supervision/cards',
        lazy: async () => ({ Component: (await import('../features/supervision/CardsPage.tsx')).CardsPage }),
      },
      {
        path: 'supervision/cards/:cardId',
        lazy: async () => ({ Component: (await import('../features/supervision/CardPage.tsx')).CardPage }),
      },
      {
        path: 'supervision/rules',
        lazy: async () => ({ Component: (await import('../features/supervision/rules/RulesPage.tsx')).RulesPage }),
      },
      {
        path: 'supervision/coverage',
        lazy: async () => ({ Component: (await import('../features/supervision/CoveragePage.tsx')).CoveragePage }),
      },
      {
        path: 'supervision/ledgers/:authority/:kind/:month',
        lazy: async () => ({ Component: (await import('../features/supervision/LedgerPage.tsx')).LedgerPage }),
      },
      {
        path: 'supervision/scores',
        lazy: async () => ({ Component: (await import('../features/supervision/ScoresPage.tsx')).ScoresPage }),
      },
      {
        path: 'supervision/scores/:authority/:month',
        lazy: async () => ({ Component: (await import('../features/supervision/ScorePage.tsx')).ScorePage }),
      },
      {
        path: 'supervision/powers',
        lazy: async () => ({ Component: (await import('../features/supervision/PowersPage.tsx')).PowersPage }),
      },
      {
        path: 'supervision/posts',
        lazy: async () => ({ Component: (await import('../features/supervision/PostScoresPage.tsx')).PostScoresPage }),
      },
      {
        path: 'supervision/posts/:post/:month',
        lazy: async () => ({ Component: (await import('../features/supervision/ScorePage.tsx')).PostScorePage }),
      },
      {
        path: 'supervision/reports',
        lazy: async () => ({
          Component: (await import('../features/supervision/publishing/ReportsPage.tsx')).ReportsPage,
        }),
      },
      {
        path: 'supervision/proposals',
        lazy: async () => ({
          Component: (await import('../features/supervision/proposals/ProposalsPage.tsx')).ProposalsPage,
        }),
      },
      {
        path: 'supervision/proposals/:proposalId',
        lazy: async () => ({
          Component: (await import('../features/supervision/proposals/ProposalPage.tsx')).ProposalPage,
        }),
      },
      {
        path: 'supervision/publications',
        lazy: async () => ({
          Component: (await import('../features/supervision/publishing/PublicationsPage.tsx')).PublicationsPage,
        }),
      },
      {
        path: 'supervision/accountability',
        lazy: async () => ({
          Component: (await import('../features/supervision/accountability/AccountsPage.tsx')).AccountsPage,
        }),
      },
      {
        path: 'supervision/accountability/:accountId',
        lazy: async () => ({
          Component: (await import('../features/supervision/accountability/AccountPage.tsx')).AccountPage,
        }),
      },
      {
        path: 'supervision/misconduct',
        lazy: async () => ({
          Component: (await import('../features/supervision/accountability/MisconductPage.tsx')).MisconductPage,
        }),
      },
      {
        path: 'proof',
        lazy: async () => ({ Component: (await import('../features/proof/ProofPage.tsx')).ProofPage }),
      },
      {
        path: 'catalogue',
        lazy: async () => ({ Component: (await import('../features/catalogue/CataloguePage.tsx')).CataloguePage }),
      },
      {
        path: 'catalogue/workbook',
        lazy: async () => ({ Component: (await import('../features/catalogue/WorkbookPage.tsx')).WorkbookPage }),
      },
      {
        path: 'catalogue/templates',
        lazy: async () => ({ Component: (await import('../features/catalogue/TemplatesPage.tsx')).TemplatesPage }),
      },
      {
        path: 'catalogue/stars',
        lazy: async () => ({ Component: (await import('../features/stars/StarRulesPage.tsx')).StarRulesPage }),
      },
      {
        path: 'catalogue/words',
        lazy: async () => ({ Component: (await import('../features/words/WordsPage.tsx')).WordsPage }),
      },
      {
        path: 'catalogue/:itemId',
        lazy: async () => ({ Component: (await import('../features/catalogue/ItemPage.tsx')).ItemPage }),
      },
      {
        path: 'catalogue/:itemId/manual',
        lazy: async () => ({ Component: (await import('../features/sheets/ManualPage.tsx')).ManualPage }),
      },
      {
        path: 'catalogue/:itemId/migration',
        lazy: async () => ({ Component: (await import('../features/catalogue/MigrationPage.tsx')).MigrationPage }),
      },
      {
        path: 'changes',
        lazy: async () => ({ Component: (await import('../features/change/BoardPage.tsx')).ChangeBoardPage }),
      },
      {
        path: 'changes/new',
        lazy: async () => ({ Component: (await import('../features/change/NewChangePage.tsx')).NewChangePage }),
      },
      {
        path: 'changes/statistics',
        lazy: async () => ({ Component: (await import('../features/change/StatisticsPage.tsx')).ChangeStatisticsPage }),
      },
      {
        path: 'changes/:changeId',
        lazy: async () => ({ Component: (await import('../features/change/ChangePage.tsx')).OneChangePage }),
      },
      {
        path: 'history',
        lazy: async () => ({ Component: (await import('../features/history/HistoryPage.tsx')).HistoryPage }),
      },
      {
        path: 'history/rehearsals/:id',
        lazy: async () => ({ Component: (await import('../features/history/RehearsalPage.tsx')).RehearsalPage }),
      },
      {
        path: 'history/:name',
        lazy: async () => ({ Component: (await import('../features/history/LogPage.tsx')).LogPage }),
      },
      {
        path: 'administration/system',
        lazy: async () => ({ Component: (await import('../features/administration/SystemPage.tsx')).SystemPage }),
      },
      {
        path: 'administration/security',
        lazy: async () => ({ Component: (await import('../features/administration/SecurityPage.tsx')).SecurityPage }),
      },
      {
        path: 'administration/record',
        lazy: async () => ({ Component: (await import('../features/administration/RecordPage.tsx')).RecordPage }),
      },
      { path: '*', element: <NotFound /> },
    ],
  },
];

export function deskRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(routes, { basename: '/desk' });
}
