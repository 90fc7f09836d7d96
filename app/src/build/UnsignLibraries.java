/**
 * Run by the build: takes the signatures out of the jars in a folder. Maven has checked where they come from; whoever
 * starts the program would wait until each class is checked again, and classes of signed jars cannot be archived.
 */
void main(String[] arguments) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
        jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
    for (Path jar : jars) {
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            Path meta = inside.getPath("META-INF");
            if (Files.isDirectory(meta)) {
                List<Path> signatures;
                try (Stream<Path> files = Files.list(meta)) {
                    signatures = files.filter(file -> file.toString().matches(".*\\.(SF|RSA|DSA|EC)")).toList();
                }
                for (Path signature : signatures) {
                    Files.delete(signature);
                }
            }
        }
    }
}
