package io.bandwatch.dsp.band;

/**
 * Hands out tasks that do not depend on each other. What a task computes depends on its number alone, never on the worker
 * that runs it, so that the same samples give the same bytes whatever the number of workers.
 */
public interface Workers {
    /** Everything on the calling thread. */
    Workers ALONE = new Workers() {
        @Override
        public int count() {
            return 1;
        }

        @Override
        public void run(int tasks, Task task) {
            for (int i = 0; i < tasks; i++) {
                task.run(0, i);
            }
        }
    };

    /** One of many. */
    @FunctionalInterface
    interface Task {
        /**
         * Does it.
         *
         * @param worker who does it, 0 to {@link Workers#count()} - 1; nobody else is that worker at the same time
         * @param task which one, from 0
         */
        void run(int worker, int task);
    }

    /** How many there are. */
    int count();

    /** Runs tasks 0 to {@code tasks - 1} and returns when all are done. */
    void run(int tasks, Task task);
}
