import type { PlanStepResolvers, SegmentPlanResolvers } from '../generated/resolvers.ts';

export const SegmentPlan: SegmentPlanResolvers = {
  steps: (plan) => plan.steps().map((step) => ({ ...step, plan })),
  operators: async (plan, { run }) => [...(await plan.operators(run ?? true))],
};

export const PlanStep: PlanStepResolvers = {
  rows: async ({ plan, index }) => (await plan.countSteps())[index] ?? null,
};
