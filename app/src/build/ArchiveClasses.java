import static java.util.concurrent.TimeUnit.MINUTES;

/**
 * Run by the build: has the program in the folder named draw each screen of a small workspace once, and archives the
 * classes that it took, as they are after they were loaded and verified (class data sharing). The window then opens in
 * half the time. An archive that is younger than everything it was made from stays as it is.
 *
 * @param arguments
 *            the program's folder, with lib in it; a folder to work in
 */
void main(String[] arguments) throws IOException, InterruptedException {
    Path lib = Path.of(arguments[0]).resolve("lib").toAbsolutePath();
    Path archive = lib.resolve("hermes.jsa");
    if (isYoungest(archive)) {
        return;
    }
    Files.deleteIfExists(archive);
    Path work = Path.of(arguments[1]).toAbsolutePath();
    delete(work);
    Files.createDirectories(work);
    run(lib, work, List.of(), "demo", "demo", "--people", "60", "--facts", "1000", "--months", "2");
    run(lib, work, List.of("-XX:ArchiveClassesAtExit=" + archive), "gallery", "demo", "--out", "pictures", "--glance");
    if (!Files.exists(archive)) {
        throw new IOException("Java made no archive of the classes. " + work.resolve("gallery.log") + " tells more.");
    }
    delete(work);
}

private static boolean isYoungest(Path archive) throws IOException {
    if (!Files.exists(archive)) {
        return false;
    }
    FileTime made = Files.getLastModifiedTime(archive);
    try (Stream<Path> files = Files.list(archive.getParent())) {
        for (Path file : files.filter(one -> !one.equals(archive)).toList()) {
            if (Files.getLastModifiedTime(file).compareTo(made) > 0) {
                return false;
            }
        }
    }
    return true;
}

private static void run(Path lib, Path work, List<String> options, String... command)
        throws IOException, InterruptedException {
    Path log = work.resolve(command[0] + ".log");
    List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + lib.resolve("java.options"), "@" + lib.resolve("command.options")));
    line.addAll(options);
    line.addAll(List.of("-jar", lib.resolve("hermes-app.jar").toString()));
    line.addAll(List.of(command));
    Process process = new ProcessBuilder(line).directory(work.toFile()).redirectErrorStream(true)
            .redirectOutput(log.toFile()).start();
    if (!process.waitFor(10, MINUTES)) {
        process.destroyForcibly();
        throw new IOException("'hermes " + String.join(" ", command) + "' did not end. " + log + " tells more.");
    }
    if (process.exitValue() != 0) {
        throw new IOException("'hermes " + String.join(" ", command) + "' failed:\n" + Files.readString(log));
    }
}

private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
