export { movedTo } from './clock/moved-to.ts';
export { type CompileContext, type CompiledRule, compileRule, conditionOf } from './compile.ts';
export { createCompiler } from './compile-again.ts';
export { printValue } from './cypher/print-value.ts';
export { type FieldProperty, hasIndex, propertyAt } from './field-property.ts';
export { type PlanStep, planSteps } from './plan-steps.ts';
export { printPlan } from './print-plan.ts';
export { createStatisticsService, type StatisticsService } from './statistics/statistics.service.ts';
export { defaultStatistics, type Statistics } from './statistics/statistics.ts';
