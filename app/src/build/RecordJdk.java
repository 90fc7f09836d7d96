/** Run by the build: writes the home of the JDK that runs it, which is the one the build chose, to the file named. */
void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.getParent());
    Files.writeString(file, System.getProperty("java.home") + System.lineSeparator());
}
