package dev.hermes.app.graph;

import java.nio.IntBuffer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * An image as large as the canvas into which lines are drawn. There are two, as one may still be on its way to the
 * screen.
 */
final class LineLayer {

    private @Nullable Leaf front;
    private @Nullable Leaf back;

    private record Leaf(LineRaster raster, PixelBuffer<IntBuffer> buffer, WritableImage image, int width, int height) {

        static Leaf of(int width, int height) {
            int[] pixels = new int[width * height];
            PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels),
                    PixelFormat.getIntArgbPreInstance());
            return new Leaf(new LineRaster(pixels, width, height), buffer, new WritableImage(buffer), width, height);
        }
    }

    /** An empty raster of the size of a frame, in pixels of the screen. */
    LineRaster begin(Frame frame) {
        int width = (int) Math.ceil(frame.width() * frame.scale());
        int height = (int) Math.ceil(frame.height() * frame.scale());
        Leaf next = back;
        back = front;
        if (next == null || next.width() != width || next.height() != height) {
            next = Leaf.of(width, height);
        } else {
            next.raster().clear();
        }
        front = next;
        return next.raster();
    }

    /** Lets go of the image that is not on the screen. */
    void rest() {
        back = null;
    }

    /** Draws the lines on the canvas. */
    void end(Frame frame) {
        if (front != null) {
            front.buffer().updateBuffer(_ -> null);
            GraphicsContext gc = frame.gc();
            gc.drawImage(front.image(), 0, 0, front.width() / frame.scale(), front.height() / frame.scale());
        }
    }
}
