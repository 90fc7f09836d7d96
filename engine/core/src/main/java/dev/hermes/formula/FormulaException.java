package dev.hermes.formula;

/** A formula was refused. */
public final class FormulaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FormulaProblem problem;

    public FormulaException(FormulaProblem problem) {
        super(problem.line() + ":" + problem.column() + " " + problem.message().text());
        this.problem = problem;
    }

    public FormulaProblem problem() {
        return problem;
    }
}
