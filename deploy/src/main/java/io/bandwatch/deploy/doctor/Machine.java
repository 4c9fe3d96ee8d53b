package io.bandwatch.deploy.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The questions the checks ask; a test answers them from a table. */
interface Machine {
    /** The Java feature release this process runs on, such as 17. */
    int javaRelease();

    /** Where the running Java lives. */
    Path javaHome();

    /** The executable of that name on the search path. */
    Optional<Path> program(String name);

    /** The value of an environment variable, when set and not empty. */
    Optional<String> environment(String name);

    /** What a program prints on its first line, when it starts and ends with 0. */
    Optional<String> firstLineOf(List<String> command);

    /** Whether the file can be executed. */
    boolean executable(Path file);

    /** Whether a server socket can be opened on the loopback address. */
    boolean canListenOnLoopback();

    /** The addresses on which somebody listens at this TCP port; empty also where the system does not tell. */
    List<String> listenersAt(int port);

    /** Bytes that may still be written to the file system of the folder. */
    long usableDiskBytes(Path folder);

    /** Whether files can be made in the folder. */
    boolean writable(Path folder);

    /** Bytes of memory of the machine or of the container around this process. */
    long memoryBytes();
}
